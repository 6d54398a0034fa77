import type { Files } from "../system/ports.ts";
import { insideOf, type Layout } from "./layout.ts";
import { listed, lookedAt, type Refusal } from "./remove-ours.ts";

export interface Size {
  /** Of all files of the layout; what is somebody else's does not count. */
  bytes: number;
  /** What could not be looked at. */
  refused: Refusal[];
}

/** How much of a directory is ours. */
export function sizeOf(
  directory: string,
  layout: Layout,
  files: Pick<Files, "info" | "list">,
  size: Size = { bytes: 0, refused: [] },
): Size {
  if (layout.isPassing === true) return size;
  for (const name of listed(directory, files, size)) {
    const path = `${directory}/${name}`;
    const info = lookedAt(path, files, size);
    const inside = info?.kind === "directory" ? insideOf(layout, name) : undefined;
    if (inside !== undefined) sizeOf(path, inside, files, size);
    else if (info?.kind === "file" && layout.files?.test(name) === true) size.bytes += info.bytes;
  }
  return size;
}
