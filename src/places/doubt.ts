import type { ReadingFiles } from "../system/ports.ts";

export type Doubt = "link" | "another" | "open";

/** Why a project's file is not believed, nor changed: whoever can write it decides what it says. */
export function doubtAbout(path: string, files: Pick<ReadingFiles, "info">): Doubt | undefined {
  for (const one of [path.slice(0, path.lastIndexOf("/")), path]) {
    const info = files.info(one);
    if (info === undefined) continue;
    if (info.kind === "link") return "link";
    if (info.owner === "another") return "another";
    if (info.isOpen) return "open";
  }
  return undefined;
}
