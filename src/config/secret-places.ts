import { isPlaceholder } from "../catalog/words/placeholder.ts";
import { secrecyOf } from "../catalog/words/secret-name.ts";
import { ModelForgeError } from "../failure.ts";
import { nameOf } from "./layers.ts";

/** A value that is no object and no list, by its place. */
export interface PlainValue {
  path: readonly string[];
  value: unknown;
}

// below these names stand others than of what is sent: of arguments, of examples
const ofArguments: ReadonlySet<string> = new Set(
  "const default description enum example examples properties required title type".split(" "),
);

// nothing but hexadecimal digits: Azure's keys, and digests
const hexadecimal = /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,}$/i;
// an account of Cloudflare and whatever is counted so; what a call sends is named by whoever takes it
const namesNumber = /(?:^|[_-])(?:id|account|digest|hash|project|sha|tenant|uuid)\d*$/i;

// `${OPENAI_API_KEY}`, `Bearer ${KEY}`
const reference = /^(?:[a-z]+ )?\$(?:\{\w+\}|\w+)$|^(?:env|op|keychain|file|vault):/i;
const filePath = /^(?:\/|\.{0,2}[\\/]|~|[a-z]:\\)|\.json$/i;

/** Those of a document's values that hold a secret by where they stand, whatever they look like. */
export function secretsAmong<Value extends PlainValue>(values: readonly Value[]): Value[] {
  const named = new Map(
    values.flatMap(({ path, value }) =>
      path.at(-1) === "name" && typeof value === "string"
        ? [[nameOf(path.slice(0, -1)), value]]
        : [],
    ),
  );
  return values.filter(({ path, value }) => {
    const text = String(value).trim();
    if (isMadeOfHeaps(path, text)) return true;
    if (typeof value !== "string" && typeof value !== "number") return false;
    if (reference.test(text) || isPlaceholder(text) || isFilledLater(path, text)) return false;
    // `{"name": "Authorization", "value": …}`
    const beside = path.at(-1) === "value" ? named.get(nameOf(path.slice(0, -1))) : undefined;
    const names = [...namesAlong(path), ...(beside === undefined ? [] : [beside])];
    // what is a variable is called by its name alone
    const isVariable = path[0] === "providers" && path[2] === "values";
    const isNamedSo = names.some((name) => isSecretOf(name, value, isVariable));
    return isNamedSo || isHeapOfDigits(path, text);
  });
}

function isSecretOf(name: string, value: string | number, isVariable: boolean): boolean {
  const secrecy = secrecyOf(name);
  if (secrecy === undefined) return false;
  // GOOGLE_APPLICATION_CREDENTIALS names a file
  if (typeof value === "string" && /credentials?$/i.test(name) && filePath.test(value.trim()))
    return false;
  if (isVariable) return true;
  // where one is kept
  if (secrecy === "always") return !/^(?:env|file|keychain)$/i.test(String(value).trim());
  return typeof value === "string" && mayBeKey(value.trim());
}

/** `ApiKey ${ACME_API_KEY}:${REGION}`: of a header, the only place where such a thing is filled. */
function isFilledLater(path: readonly string[], text: string): boolean {
  if (path[2] !== "headers" || !text.includes("${")) return false;
  return text
    .replaceAll(/\$\{\w+\}/g, " ")
    .split(/\s+/)
    .every((one) => !mayBeKey(one));
}

/** `C major`, `none`, `ctrl+k`, `4096` are none. */
function mayBeKey(text: string): boolean {
  if (/\s/.test(text.replace(/^[a-z]+ /i, "")) || /^\d{1,9}$/.test(text)) return false;
  return (text.length >= 8 && /\d/.test(text)) || /^[\w+/=-]{20,}$/.test(text);
}

/** The names that say what a value is; those that a person chooses for models, providers and aliases do not. */
function namesAlong(path: readonly string[]): readonly string[] {
  const [section, , part] = path;
  const isOfVariables = section === "providers" && part === "env";
  if (section === "aliases") return beforeArguments(path.slice(2));
  // behind the ref of a row
  if (section === "catalog" && path[1] === "overrides") return path.slice(3);
  if (section !== "providers") return beforeArguments(path);
  if (isOfVariables) return [];
  return beforeArguments(path.slice(part === "models" ? 4 : 2));
}

/** Names in a description of arguments are names of arguments. */
function beforeArguments(path: readonly string[]): readonly string[] {
  const at = path.findIndex((name) => ofArguments.has(name));
  return at < 0 ? path : path.slice(0, at);
}

function isHeapOfDigits(path: readonly string[], text: string): boolean {
  if (!hexadecimal.test(text)) return false;
  const isSent = path[2] === "models" ? path.length > 4 : path[2] === "parameters";
  return !isSent && !namesNumber.test(path.at(-1) ?? "");
}

/** A name that a person chooses, or a part of a host: a part of a path may be an account. */
function isMadeOfHeaps(path: readonly string[], text: string): boolean {
  const isHost = path.at(-1) === "baseUrl";
  const [, host = ""] = (isHost && /^[a-z]+:\/\/([^/]*)/i.exec(text)) || [];
  return [...path, ...host.split(/[.:@]/)].some((one) => hexadecimal.test(one));
}

/** All values of a document, or of a part of it that stands at `path`. */
export function plainValuesOf(said: unknown, path: readonly string[] = []): PlainValue[] {
  if (typeof said !== "object" || said === null) return [{ path, value: said }];
  return Object.entries(said).flatMap(([name, inner]) => plainValuesOf(inner, [...path, name]));
}

/** Throws `usage.bad-value`; what stands there is not repeated. */
export function refuseSecretPlace({ path, value }: PlainValue): void {
  const [found] = secretsAmong(plainValuesOf(value, path));
  if (found !== undefined) throw holdsKeyAt(nameOf(found.path));
}

/** `place`: the name of what would hold it. */
export function holdsKeyAt(place: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${place} would hold a key; a configuration holds none`,
    hint: "modelforge auth login <provider> --key-stdin keeps it, and gives it to its host alone",
    details: { key: place },
  });
}
