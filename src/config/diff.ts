import { structuredPatch, type StructuredPatchHunk } from "diff";
import type { FileChange } from "./noted-changes.ts";
import { type KeptText, shownText } from "./kept-text.ts";
import { withoutSecretPlaces } from "./secret-text.ts";
import { withoutSecrets } from "./secrets.ts";

// the time it takes grows with their square
const mostEdits = 2_000;

type Hunk = Pick<StructuredPatchHunk, "oldStart" | "oldLines" | "newStart" | "newLines" | "lines">;

/** What changed, line by line, as `diff -u` says it; empty where nothing did. */
export function diffOf({ before, after }: Pick<FileChange, "before" | "after">): string {
  const texts = [secretless(before), secretless(after)] as const;
  const patch = structuredPatch("", "", ...texts, "", "", { context: 2, maxEditLength: mostEdits });
  const hunks: readonly Hunk[] = patch?.hunks ?? [wholeHunk(...texts)];
  const lines = hunks
    .map(
      ({ oldStart, oldLines, newStart, newLines, lines }) =>
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join("\n")}\n`,
    )
    .join("");
  // a line beside the one that changed may hold what was written there by hand
  return withoutSecrets(lines);
}

// what a person put there may be a key by its place alone
function secretless(kept: KeptText): string {
  return withoutSecretPlaces(shownText(kept));
}

/** Of texts that have too little in common: the one goes, the other comes. */
function wholeHunk(before: string, after: string): Hunk {
  const [old, made] = [linesOf(before), linesOf(after)];
  const lines = [...old.map((line) => `-${line}`), ...made.map((line) => `+${line}`)];
  return { oldStart: 1, oldLines: old.length, newStart: 1, newLines: made.length, lines };
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
