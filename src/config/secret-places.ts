import { isHeap, isHexadecimal, isMadeOfWords, isUuid } from "../catalog/words/heap.ts";
import { isPlaceholder } from "../catalog/words/placeholder.ts";
import { secrecyOf } from "../catalog/words/secret-name.ts";
import { ModelForgeError } from "../failure.ts";
import { nameOf } from "./layers.ts";
import { flagsIn, heapsIn, secretsAssignedIn } from "./secret-assigned.ts";
import { keylessName, shownName, withoutSecrets } from "./secrets.ts";

/** A value that is no object and no list, by its place. */
export interface PlainValue {
  path: readonly string[];
  value: unknown;
}

// below these names stand others than of what is sent: of arguments, of examples
const ofArguments: ReadonlySet<string> = new Set(
  "const default description enum example examples properties required title type".split(" "),
);
// what stands right below these speaks of an argument
const ofSpeech: ReadonlySet<string> = new Set(
  "$comment $ref description format pattern title type".split(" "),
);

// an account of Cloudflare and whatever is counted so; what a call sends is named by whoever takes it
const namesNumber = /(?:^|[_-])(?:id|account|digest|hash|project|sha|tenant|uuid)\d*$/i;

// `${OPENAI_API_KEY}`, `Bearer ${KEY}`
const reference = /^(?:[a-z]+ )?\$(?:\{\w+\}|\w+)$|^(?:env|op|keychain|file|vault):/i;
const variable = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
const filePath = /^(?:\/|\.{0,2}[\\/]|~|[a-z]:\\)|\.json$/i;
// `OPENAI_API_KEY=…`, `x-api-key: …`
const pair = /^(?<name>[\w-]{1,60}) ?[=:] ?(?<value>\S{8,})$/;

/** Those of a document's values that hold a secret by where they stand, whatever they look like. */
export function secretsAmong<Value extends PlainValue>(values: readonly Value[]): Value[] {
  const besideOf = besides(values);
  return values.filter(({ path, value }) => {
    const text = String(value).trim();
    if (hasHeapInHost(path, text)) return true;
    if (typeof value !== "string" && typeof value !== "number") return false;
    if (isReference(text) || isFilledLater(path, text)) return false;
    // what is a variable is called by its name alone
    const isVariable = path[0] === "providers" && path[2] === "values";
    const names = [...namesAlong(path), ...besideOf(path)];
    const isNamedSo = names.some(({ name, isDoubtful }) =>
      isDoubtful ? isSurelyOf(name, text) : isSecretOf(name, value, isVariable),
    );
    return isNamedSo || isNameless(path, text) || isSaidInFull(text) || isScheme(path, text);
  });
}

/** These, and those in which a sentence says a secret, or an address has one on its way. */
function everySecretAmong<Value extends PlainValue>(values: readonly Value[]): Value[] {
  const placed = new Set(secretsAmong(values));
  return values.filter((one) => placed.has(one) || secretsSaidIn(one).length > 0);
}

/** What a value that is no secret itself has of it. */
export function secretsSaidIn({ path, value }: PlainValue): string[] {
  // what is sent with a call is nobody's note
  if (typeof value !== "string" || isSent(path)) return [];
  const heaps = isNumbered(path.at(-1) ?? "") ? [] : heapsIn(value);
  const said = [...secretsAssignedIn(value), ...heaps].map(({ secret }) => secret);
  return [...said, ...heapsOnTheWay(path, value)];
}

/** Whether something is called by what is no name. */
export function isSecretName(name: string): boolean {
  return isHeap(name.trim());
}

function isReference(text: string): boolean {
  const isNamed = variable.test(text) && secrecyOf(text) !== undefined;
  return isNamed || reference.test(text) || isPlaceholder(text);
}

interface Name {
  name: string;
  /** What stands there may be an example, or speak of what is called so. */
  isDoubtful?: boolean;
}

/** What says beside a value what it is: `{"name": "Authorization", "value": …}`, `["--api-key", …]`. */
function besides(values: readonly PlainValue[]): (path: readonly string[]) => Name[] {
  const texts = new Map(
    values.flatMap(({ path, value }) => (typeof value === "string" ? [[nameOf(path), value]] : [])),
  );
  const textAt = (path: readonly string[], step: string) =>
    texts.get(nameOf([...path.slice(0, -1), step]));
  return (path) => {
    const last = path.at(-1) ?? "";
    if (/^(?:v|val|value)$/i.test(last)) {
      return ["name", "key", "header", "variable", "env", "field"].flatMap((step) => {
        const name = textAt(path, step);
        return name === undefined ? [] : [{ name }];
      });
    }
    const before = /^[1-9]\d*$/.test(last) ? textAt(path, String(Number(last) - 1)) : undefined;
    if (before === undefined || !/^[\w-]{1,60}$/.test(before)) return [];
    return [{ name: before, isDoubtful: !before.startsWith("--") }];
  };
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

/** `Basic QWxhZGRpbg==`: of a header, whatever it is called. */
function isScheme(path: readonly string[], text: string): boolean {
  const isHeader = path[0] === "providers" && path[2] === "headers";
  return isHeader && /^(?:basic|bearer|api-?key|token) +[^\s$]{6,}$/i.test(text);
}

/** `C major`, `none`, `ctrl+k`, `4096` are none. */
function mayBeKey(text: string): boolean {
  if (/\s/.test(text.replace(/^[a-z]+ /i, "")) || /^\d{1,9}$/.test(text)) return false;
  return (text.length >= 8 && /\d/.test(text)) || /^[\w+/=-]{20,}$/.test(text);
}

/** Whether it looks like one besides: an example is a word, and a name is made of words. */
function isSurelyOf(name: string, text: string): boolean {
  const secrecy = secrecyOf(name);
  if (secrecy === undefined || !/^[\w+/=.~-]{8,}$/.test(text)) return false;
  if (isHeap(text) || isUuid(text)) return true;
  if (secrecy === "always" && /^[\w-]{20,}$/.test(text)) return true;
  const isMixed = /\d/.test(text) && /[a-z]/i.test(text) && !isMadeOfWords(text);
  return isMixed && text.length >= (secrecy === "always" ? 8 : 16);
}

/** `OPENAI_API_KEY=…`, `tool --api-key …`: a text that says the name, too. */
function isSaidInFull(text: string): boolean {
  const { name = "", value = "" } = pair.exec(text)?.groups ?? {};
  return (!isReference(value) && isSurelyOf(name, value)) || flagsIn(text).length > 0;
}

/** The names that say what a value is; those that a person chooses for models, providers and aliases do not. */
function namesAlong(path: readonly string[]): Name[] {
  const [section, , part] = path;
  if (section === "aliases") return doubted(path.slice(2));
  // behind the ref of a row
  if (section === "catalog" && path[1] === "overrides") return doubted(path.slice(3));
  if (section !== "providers") return doubted(path);
  if (part === "env") return [];
  return doubted(path.slice(part === "models" ? 4 : 2));
}

/** Names in a description of arguments are names of arguments, as long as what stands there is no key. */
function doubted(path: readonly string[]): Name[] {
  const at = path.findIndex((name) => ofArguments.has(name));
  const isSpeech = ofSpeech.has(path.at(-1) ?? "");
  return path.map((name, index) => ({ name, isDoubtful: isSpeech || (at >= 0 && index > at) }));
}

/** What is sent is named by whoever takes it. */
function isSent(path: readonly string[]): boolean {
  const isOfModel = path[0] === "providers" && path[2] === "models" && path.length > 4;
  return isOfModel || path.includes("parameters");
}

function isNameless(path: readonly string[], text: string): boolean {
  // GitHub's client secret: none of its ids is so long
  if (path[0] === "providers" && path[2] === "clientId" && isHexadecimal(text)) return true;
  return isHeap(text) && !isSent(path) && !isNumbered(path.at(-1) ?? "");
}

/** `accountId`, `CLIENT_ID` */
function isNumbered(name: string): boolean {
  return namesNumber.test(name.replaceAll(/([a-z])([A-Z])/g, "$1_$2"));
}

function hasHeapInHost(path: readonly string[], text: string): boolean {
  if (path.at(-1) !== "baseUrl") return false;
  const [, host = ""] = /^[a-z]+:\/\/([^/]*)/i.exec(text) ?? [];
  return host.split(/[.:@/]/).some(isHexadecimal);
}

/** Digits alone may be an account there: gateway.ai.cloudflare.com/v1/<account>/… */
function heapsOnTheWay(path: readonly string[], text: string): string[] {
  const [, way] = /^\s*[a-z]+:\/\/[^/]*\/(\S+)/i.exec(text) ?? [];
  if (way === undefined || path[0] === "catalog" || path[0] === "$schema") return [];
  return way.split(/[/?&=#]/).filter((part) => isHeap(part) && !isHexadecimal(part));
}

/** All values of a document, or of a part of it that stands at `path`. */
export function plainValuesOf(said: unknown, path: readonly string[] = []): PlainValue[] {
  if (typeof said !== "object" || said === null) return [{ path, value: said }];
  return Object.entries(said).flatMap(([name, inner]) => plainValuesOf(inner, [...path, name]));
}

/** What stands at a place, with a mark where a secret is. */
export function withoutSecretValues({ path, value }: PlainValue): unknown {
  const secret = new Set(
    everySecretAmong(plainValuesOf(value, path)).map((one) => JSON.stringify(one.path)),
  );
  return left(value, path);

  function left(at: unknown, inside: readonly string[]): unknown {
    if (typeof at !== "object" || at === null) {
      if (secret.has(JSON.stringify(inside))) return "…";
      return typeof at === "string" ? withoutSecrets(at) : at;
    }
    if (Array.isArray(at)) return at.map((one, index) => left(one, [...inside, String(index)]));
    return Object.fromEntries(
      Object.entries(at).map(([name, one]) => [keylessName(name), left(one, [...inside, name])]),
    );
  }
}

/** Throws `usage.bad-value`; what stands there is not repeated. */
export function refuseSecretPlace({ path, value }: PlainValue): void {
  const [found] = everySecretAmong(plainValuesOf(value, path));
  if (found !== undefined) throw holdsKeyAt(shownName(nameOf(found.path)));
  if ([...path, ...namesIn(value)].some(isSecretName)) throw holdsKeyAt("the name of a value");
}

function namesIn(said: unknown): string[] {
  if (typeof said !== "object" || said === null) return [];
  return Object.entries(said).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** `place`: the name of what would hold it. */
export function holdsKeyAt(place: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${place} would hold a key; a configuration holds none`,
    hint: "modelforge auth login <provider> --key-stdin keeps it, and gives it to its host alone",
    details: { key: place },
  });
}
