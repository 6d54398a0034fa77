import { ownEntry } from "../../catalog/words/own-entry.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import type { ModelForgeError } from "../../failure.ts";
import { otherCatalogValues } from "./other-words.ts";

// `modelforge cost help`: whoever types that wants no model of that name
const asksHelp = /^help$/i;
const isAboutWords = /^(?:usage|model|provider)\./;

/** The hint of a failure; where a value that the catalog does not know is called otherwise here, that one. */
export function hintOf(
  { code, hint, details }: ModelForgeError,
  argv: readonly string[] = [],
): string | undefined {
  if (asksHelp.test(argv.at(-1) ?? "") && argv.length > 1 && isAboutWords.test(code)) {
    return `modelforge ${argv.slice(0, -1).map(shellWord).join(" ")} --help`;
  }
  const { field, given } = details;
  if (code !== "usage.bad-value" || typeof field !== "string" || typeof given !== "string") {
    return hint;
  }
  const meant =
    ownEntry(ownEntry(otherCatalogValues, field) ?? {}, given.trim().toLowerCase()) ?? [];
  return meant.length > 0 ? `did you mean ${meant.join(", ")}?` : hint;
}
