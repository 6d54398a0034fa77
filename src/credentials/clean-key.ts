import { ownerOfKey } from "../catalog/words/key-forms.ts";
import { ModelForgeError } from "../failure.ts";

/** A key as it was given, made clean. */
export interface CleanKey {
  key: string;
  /** What was taken off it. */
  removed: string[];
}

const mostBytes = 8 * 1024;

/**
 * Takes off what is pasted around a key: a line feed, quotes, `Bearer`, a byte order mark.
 *
 * Throws `usage.bad-value` for what can be no key. What was given is not repeated.
 */
export function cleanKey(given: string): CleanKey {
  const removed: string[] = [];
  let key = given;
  const take = (what: string, pattern: RegExp, left = ""): void => {
    const next = key.replace(pattern, left);
    if (next !== key) removed.push(what);
    key = next;
  };
  take("a byte order mark", /^\ufeff/);
  // every file ends with one: that is not said
  key = key.replace(/\r?\n$/, "");
  take("blanks around it", /^[ \t]+|[ \t]+$/g);
  take("quotes", /^(["'`])(.*)\1$/s, "$2");
  take("Bearer", /^(?:authorization:\s*)?bearer\s+/i);
  if (key === "")
    throw unfit("is empty", "the key may be missing in its file, or the variable unset");
  if (new TextEncoder().encode(key).length > mostBytes) {
    throw unfit(
      "is longer than 8 KB",
      "that is no key; a file of another kind may have been named",
    );
  }
  if (/\s/.test(key)) throw unfit("has blanks or lines in it", "give the key alone");
  // what a header cannot carry
  if (/[^\x21-\x7e]/.test(key)) throw unfit("has characters that no key has", "copy it anew");
  return { key, removed };
}

function unfit(what: string, hint: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `what was given as a key ${what}`,
    hint,
    details: { field: "key" },
  });
}

/** Providers that share keys: what is unmistakable of one is right for the others. */
const families: readonly (readonly string[])[] = [
  ["github-models", "github-copilot"],
  ["google", "google-vertex", "google-vertex-anthropic"],
  ["perplexity", "perplexity-agent"],
];

/** The other provider whose key it unmistakably is; undefined where it may be this one's. */
export function othersKey(key: string, provider: string): string | undefined {
  const owner = ownerOfKey(key);
  if (owner === undefined || owner === provider) return undefined;
  const isShared = families.some((family) => family.includes(owner) && family.includes(provider));
  return isShared ? undefined : owner;
}
