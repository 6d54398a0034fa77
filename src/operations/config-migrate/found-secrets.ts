import { looksLikeKey } from "../../catalog/words/key-forms.ts";
import { isPlaceholder } from "../../catalog/words/placeholder.ts";
import { secrecyOf } from "../../catalog/words/secret-name.ts";
import { nameOf } from "../../config/layers.ts";
import { secretsAmong } from "../../config/secret-places.ts";
import { secretsInText } from "../../config/secret-text.ts";
import { secretIn, shownName } from "../../config/secrets.ts";
import { type ValueAt, valuesIn, withValues } from "../../config/values-in.ts";
import { cleanKey, othersKey } from "../../credentials/clean-key.ts";
import { Secret } from "../../credentials/secret.ts";
import { ModelForgeError } from "../../failure.ts";

/** What stands in the place of a secret that was struck out. */
export const struck = "***";

/** What is beside a token and no secret. */
const besideTokens = /^(?:token_type|scope|expires_(?:at|in)|refresh_token_expires_(?:at|in))$/;

/** The order in which they count: what a request is made with, before what gets another of it. */
const mainFields = ["api_key", "access_token", "token"];

export interface FoundSecret {
  /** As the Python ModelForge calls the provider. */
  provider: string;
  /** `api_key` */
  field: string;
  line: number;
  secret: Secret;
  /** Another provider than this one whose key it unmistakably is. */
  looksLike(provider: string): string | undefined;
}

export interface StruckText {
  /** Without secrets. */
  text: string;
  /** As it was, made fit to be shown. */
  shown: string;
  /** What a request is made with first. */
  secrets: FoundSecret[];
}

/**
 * Finds what is secret in a file, and gives its text without it. Throws `config.unreadable` where something secret is in a
 * place that belongs to no provider, or cannot be kept: it would be lost.
 */
export function strikeOut(text: string, file: string): StruckText {
  const values = valuesIn(text);
  const placed = new Set(secretsAmong(values.filter(isNoPlaceholder)));
  const secret = values.filter((one) => placed.has(one) || isSecret(one));
  const known = [...new Set(secret.map(({ value }) => value))].filter((one) => one.length >= 8);
  // the same key once more, in a place where no key is looked for
  const again = values.filter(
    (one) => !secret.includes(one) && known.some((key) => one.value.includes(key)),
  );
  const astray = [...again, ...secret].find(({ path }) => path[0] !== "providers");
  if (astray !== undefined) throw notMoved(file, astray, "holds what looks like a key");
  const secrets = secret.map((one) => foundAt(one, file)).toSorted(byUse);
  const places = [...secret, ...again];
  const isFound = (offset: number | undefined): boolean =>
    places.some((one) => one.offset === offset);
  const noted = secretsInText(text).find(
    ({ value, secret: one }) =>
      !known.includes(one) && !isFound(value?.offset) && !isPlaceholder(one),
  );
  if (noted !== undefined) throw notMoved(file, noted, "holds what looks like a key");
  const left = withValues(text, places, struck, known);
  const rest = left.split(/\r\n|\r|\n/).findIndex((line) => secretIn(line) !== undefined);
  if (rest >= 0) {
    throw notMoved(file, { line: rest + 1 }, `holds what looks like ${secretIn(left) ?? "a key"}`);
  }
  return { text: left, shown: withValues(text, places, "…", known), secrets };
}

/** Beside a token stand a kind, a scope and a time. */
function isNoPlaceholder({ path, value }: ValueAt): boolean {
  const name = (path.at(-1) ?? "").toLowerCase();
  return !isPlaceholder(value) && !besideTokens.test(name);
}

function isSecret({ path, value }: ValueAt): boolean {
  if (isPlaceholder(value)) return false;
  const [section, provider, field] = path;
  const name = (path.at(-1) ?? "").replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
  if (section === "providers" && field === "auth_data") {
    // ollama's key is ollama: nobody looks at it
    return !besideTokens.test(name) && value.trim().toLowerCase() !== provider?.toLowerCase();
  }
  if (secretIn(value) !== undefined) return true;
  const isNamedSo = secrecyOf(name) !== undefined && !/^\d{1,9}$/.test(value);
  return section === "providers" && path.length > 2 && (isNamedSo || looksLikeKey(value));
}

function foundAt(at: ValueAt, file: string): FoundSecret {
  const [, provider = "", ...fields] = at.path;
  const isList = /^\d+$/.test(fields.at(-1) ?? "");
  const field = fields.slice(isList ? -2 : -1).join("-");
  try {
    // an address is kept as it is written
    const key = at.value.includes("://") ? at.value.trim() : cleanKey(at.value).key;
    const looksLike = (id: string): string | undefined => othersKey(key, id);
    return { provider, field, line: at.line, secret: new Secret(key), looksLike };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    throw notMoved(file, at, `cannot be kept as a key: ${error.message}`, error);
  }
}

function byUse(one: FoundSecret, other: FoundSecret): number {
  const place = ({ field }: FoundSecret): number => {
    const at = mainFields.indexOf(field);
    return at < 0 ? mainFields.length : at;
  };
  return place(one) - place(other);
}

export function isMain({ field }: FoundSecret): boolean {
  return mainFields.includes(field);
}

export function notMoved(
  file: string,
  { line, path = [] }: { line: number; path?: readonly string[] },
  why: string,
  cause?: unknown,
): ModelForgeError {
  const what = path.length === 0 ? "it" : shownName(nameOf(path));
  return new ModelForgeError("config.unreadable", {
    message: `nothing was moved out of ${file}: line ${line}: ${what} ${why}`,
    hint: "keep it with modelforge auth login <provider> --key-stdin, take it out of the file, and try again",
    details: { path: file, line },
    cause,
  });
}
