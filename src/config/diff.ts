import { structuredPatch } from "diff";
import type { FileChange } from "./history.ts";
import { shownText } from "./kept-text.ts";
import { withoutSecrets } from "./secrets.ts";

/** What changed, line by line, as `diff -u` says it; empty where nothing did. */
export function diffOf({ before, after }: Pick<FileChange, "before" | "after">): string {
  const texts = [shownText(before), shownText(after)] as const;
  const { hunks } = structuredPatch("", "", ...texts, "", "", { context: 2 });
  const lines = hunks
    .map(
      ({ oldStart, oldLines, newStart, newLines, lines }) =>
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join("\n")}\n`,
    )
    .join("");
  // a line beside the one that changed may hold what was written there by hand
  return withoutSecrets(lines);
}
