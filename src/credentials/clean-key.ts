import { ownerOfKey } from "../catalog/words/key-forms.ts";
import { isExampleKey } from "../catalog/words/placeholder.ts";
import { ModelForgeError } from "../failure.ts";

/** A key as it was given, made clean. */
export interface CleanKey {
  key: string;
  /** What was taken off it. */
  removed: string[];
}

const mostBytes = 8 * 1024;

/** What may stand around a key, in whatever order, and what it is called. */
const around: readonly (readonly [what: string, pattern: RegExp, left?: string])[] = [
  ["a byte order mark", /^\ufeff/],
  ["blanks around it", /^[ \t]+|[ \t]+$/g],
  ["quotes", /^(["'`])(.*)\1$/s, "$2"],
  ["Bearer", /^(?:authorization:\s*)?bearer\s+(?=\S)/i],
  // a line of an .env file; a key that only ends in = is none
  [
    "the name of a variable",
    /^(?:export\s+[A-Za-z_]\w*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s*=\s*(?=[^\s=])/,
  ],
];

const giveIt =
  "give the key itself, or a command that prints it: auth login <provider> --command -- op read op://vault/item/key";

const referTo =
  "auth login <provider> --reference op://vault/item/field keeps where a key is; keychain:service/account and env:NAME, too";

/** What people give in the place of a key, and what they may do. */
const instead: readonly (readonly [pattern: RegExp, what: string, hint: string])[] = [
  [/^(?:op|keychain|env):\S/i, "is where a key is, and no key", referTo],
  [
    /^(?:vault|pass|bw|doppler|gcloud|ssm|file):\S|^[a-z][a-z\d.+-]*:\/\/|^\$[({]|^\{\{/i,
    "is where a key is, or what it is to be made of, and no key",
    giveIt,
  ],
  [
    /^\$(?:env:)?[A-Za-z_]\w*$|^%\w+%$|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:KEY|TOKEN|SECRET|PAT)$/,
    "is the name of a variable, and no key",
    "a variable counts by itself; --from-env keeps what it holds, --reference env:NAME asks it each time",
  ],
  [
    /^(?:~|\.{1,2})?\/(?:[a-z_.][\w.-]*\/)+[\w.-]+$|^~\/[\w.-]+$/,
    "is the path of a file, and no key",
    "--key-file takes the key out of it",
  ],
];

/**
 * Takes off what is pasted around a key: a line feed, quotes, `Bearer`, the name of a variable, a byte order mark.
 *
 * Throws `usage.bad-value` for what can be no key. What was given is not repeated.
 */
export function cleanKey(given: string, source = "what was given as a key"): CleanKey {
  const removed: string[] = [];
  let key = given;
  const unfit = (what: string, hint: string): ModelForgeError =>
    new ModelForgeError("usage.bad-value", {
      message: `${source} ${what}`,
      hint,
      details: { field: "key" },
    });
  // every file ends with one: that is not said
  key = key.replace(/\r?\n$/, "");
  for (let before: string | undefined; before !== key; ) {
    before = key;
    for (const [what, pattern, left = ""] of around) {
      const next = key.replace(pattern, left);
      if (next !== key && !removed.includes(what)) removed.push(what);
      key = next;
    }
  }
  if (key === "") {
    throw new ModelForgeError("usage.bad-value", {
      message: "the key is empty",
      hint: "it may be missing in its file, or the variable unset",
      details: { field: "key" },
    });
  }
  if (/^(?:authorization:\s*)?(?:bearer|authorization:)$/i.test(key)) {
    throw unfit("is the word before a key, and none behind it", "copy the key itself");
  }
  if (/^(?:export\s+\w+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s*=$/.test(key)) {
    throw unfit("is the name of a variable, and no key behind it", "copy the key itself");
  }
  if (new TextEncoder().encode(key).length > mostBytes) {
    throw unfit(
      "is longer than 8 KB",
      "that is no key; a file of another kind may have been named",
    );
  }
  // a service key may be a document
  if (/^["'`]|["'`];?$/.test(key) && !key.startsWith("{")) {
    throw unfit("has a quote at one of its ends alone", "copy it anew, without quotes");
  }
  if (isExampleKey(key))
    throw unfit(
      "is what examples have in the place of a key",
      "copy the key itself from the pages of the provider",
    );
  for (const [pattern, what, hint] of instead) if (pattern.test(key)) throw unfit(what, hint);
  if (/\s/.test(key)) throw unfit("has blanks or lines in it", "give the key alone");
  // what a header cannot carry
  if (/[^\x21-\x7e]/.test(key)) throw unfit("has characters that no key has", "copy it anew");
  return { key, removed };
}

/** `quotes and Bearer taken off the key`; undefined where nothing was. */
export function takenOff({ removed }: Pick<CleanKey, "removed">): string | undefined {
  return removed.length === 0 ? undefined : `${removed.join(" and ")} taken off the key`;
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
