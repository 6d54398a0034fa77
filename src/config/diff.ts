import { structuredPatch } from "diff";
import { withoutSecrets } from "./secrets.ts";
import type { WrittenFile } from "./write.ts";

/** What changed, line by line, as `diff -u` says it; empty where nothing did. */
export function diffOf({ before, after }: Pick<WrittenFile, "before" | "after">): string {
  const { hunks } = structuredPatch("", "", before ?? "", after ?? "", "", "", { context: 2 });
  const lines = hunks
    .map(
      ({ oldStart, oldLines, newStart, newLines, lines }) =>
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join("\n")}\n`,
    )
    .join("");
  // a line beside the one that changed may hold what was written there by hand
  return withoutSecrets(lines);
}
