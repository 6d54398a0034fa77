import type { Files } from "../../system/ports.ts";

/** Why what is kept there does not count: whoever could write it decides what it says. Throws `file.unreadable`. */
export function doubtAbout(
  paths: readonly string[],
  files: Pick<Files, "info">,
): { path: string; why: string } | undefined {
  for (const path of paths) {
    const info = files.info(path);
    if (info === undefined) continue;
    if (info.kind === "link") return { path, why: "it is a link" };
    if (info.owner === "another") return { path, why: "it is another user's" };
    if (info.isOpen) return { path, why: "other users may write it" };
  }
  return undefined;
}
