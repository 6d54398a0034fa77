import type { Pointer } from "../disk/manifest.ts";
import { sayShrunken, type Size } from "../refresh/shrink.ts";
import type { FileOpening } from "./file-opening.ts";

/** Said with every answer, until it is accepted or there is more in the file again. */
export function warnIfShrunken(
  { source, warnings }: FileOpening,
  about: Size,
  pointer: Pick<Pointer, "shrunkFrom"> | undefined,
): void {
  if (pointer?.shrunkFrom === undefined) return;
  warnings.push({
    code: "catalog.shrunken",
    message: `${sayShrunken(source.shown, about, pointer.shrunkFrom)}; modelforge refresh-cache --accept-shrink takes it as it is`,
  });
}
