import type { ReadingFiles } from "../system/ports.ts";

export type Doubt = "link" | "another" | "open";

/** Why a file is not believed, nor changed: whoever can write it, or its directory, decides what it says. */
export function doubtAbout(
  file: string,
  files: Pick<ReadingFiles, "info">,
): { path: string; why: Doubt } | undefined {
  for (const path of [file.slice(0, file.lastIndexOf("/")), file]) {
    const info = files.info(path);
    if (info === undefined) continue;
    if (info.kind === "link") return { path, why: "link" };
    if (info.owner === "another") return { path, why: "another" };
    if (info.isOpen) return { path, why: "open" };
  }
  return undefined;
}
