import { clean } from "../catalog/words/clean.ts";

// shorter ones are parts of words
const shortest = 8;

// what stands in keys; what stands around them ends a run
const runs = /[\w+/.~-]+/g;

/**
 * What a program complains of, without what it printed: of that any part may be a key, whatever stands around it. A run in
 * which so much as eight signs of one are found goes whole.
 */
export function withoutPrinted(complaint: string, printed: string): string {
  const parts = partsOf(printed);
  const isPrinted = (run: string): boolean => {
    for (let at = 0; at + shortest <= run.length; at += 1) {
      if (parts.has(run.slice(at, at + shortest).toLowerCase())) return true;
    }
    return false;
  };
  const left = complaint.replaceAll(/\S+/g, (word) => {
    const shown = word.replaceAll(runs, (run) => (isPrinted(run) ? "…" : run));
    // a password has other signs, too
    return isPrinted(shown) ? "…" : shown;
  });
  return left;
}

/** Every eight signs that stand side by side, without blanks among them. */
function partsOf(printed: string): Set<string> {
  const parts = new Set<string>();
  for (const word of [printed, clean(printed)].flatMap((text) => text.split(/\s+/))) {
    const lower = word.toLowerCase();
    for (let at = 0; at + shortest <= lower.length; at += 1) {
      parts.add(lower.slice(at, at + shortest));
    }
  }
  return parts;
}
