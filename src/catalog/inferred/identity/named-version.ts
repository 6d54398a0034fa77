import type { Member } from "./forms.ts";
import type { NameReader } from "./name-reader.ts";

export interface NamedVersion {
  version: string;
  /** What the id says of the model and the name says too: all of its words, or all but those before them. */
  words: readonly string[];
}

// 25.01 is a date, 24b a size
const pattern = /^\d(?:\.\d+)?$/;
const anywhere = /(?<![\d.])\d(?:\.\d+)?(?![\d.])/g;

/**
 * The version that an offer's name adds to its id: `1.1` of `devstral-small`, called Devstral Small 1.1. Undefined
 * where the name adds none, or says anything else besides. The first word of an id may be missing in the name.
 */
export function namedVersion({ model, form }: Member, names: NameReader): NamedVersion | undefined {
  // most names are not worth reading: they say no other number than the id
  const numbers = model.name.match(anywhere);
  if (numbers === null || numbers.every((number) => form.words.includes(number))) return undefined;
  const left = [...form.words];
  const [read] = names.read(model.name);
  let version: string | undefined;
  for (const word of read?.words ?? []) {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    else if (version === undefined && pattern.test(word)) version = word;
    else return undefined;
  }
  if (version === undefined || left.length > 1) return undefined;
  if (left.length === 0) return { version, words: form.words };
  const [first, ...words] = form.words;
  const isBefore = left[0] === first && words.length > 0 && /^\p{L}+$/u.test(first ?? "");
  return isBefore ? { version, words } : undefined;
}
