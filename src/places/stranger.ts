import type { FileInfo, Files } from "../system/ports.ts";
import { lookedAt, nothingRemoved } from "./remove-ours.ts";

/** `read`: it is never written to, so that a second name does no harm. */
export type Wanted = "directory" | "file" | "read";

export const nounOf: Readonly<Record<FileInfo["kind"], string>> = {
  link: "a link",
  file: "a file",
  directory: "a directory",
  other: "no file",
};

/** What stands where something of ours should be and cannot be ours, whatever it holds: `a link`. */
export function strangerAt(
  path: string,
  wanted: Wanted,
  files: Pick<Files, "info">,
): string | undefined {
  const info = lookedAt(path, files, nothingRemoved());
  if (info === undefined) return undefined;
  if (info.kind === "link") return nounOf.link;
  if (wanted === "directory") {
    if (info.kind === "directory") return undefined;
    return info.kind === "file" ? nounOf.file : "no directory";
  }
  // a directory there is damage, and mended
  if (info.kind === "other") return nounOf.other;
  const isShared = wanted === "file" && info.kind === "file" && info.names > 1;
  return isShared ? "a file with a second name" : undefined;
}

/** One sentence: what is in the way, what does not happen for it, and what to do. */
export function strangerSaid(
  { path, what, without }: { path: string; what: string; without: string },
  variable: string,
): string {
  return `${path} is ${what}, and not ModelForge's: ${without}; move it away, or set ${variable} to another directory`;
}
