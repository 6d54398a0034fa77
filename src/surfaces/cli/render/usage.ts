import type { Usage } from "../../../catalog/cost/usage.ts";
import { sizeInWords } from "../../../catalog/words/sizes.ts";

const words: readonly [keyof Usage, string][] = [
  ["input", "tokens in"],
  ["cached", "of them cached"],
  ["cacheWrite", "written to the cache"],
  ["output", "out"],
  ["reasoning", "of them reasoning"],
  ["inputAudio", "of audio in"],
  ["outputAudio", "of audio out"],
];

/** `10k tokens in, 1k out`. */
export function sayUsage(usage: Usage): string {
  return words
    .filter(([key]) => (usage[key] ?? 0) > 0)
    .map(([key, word]) => `${sizeInWords(usage[key] ?? 0)} ${word}`)
    .join(", ");
}
