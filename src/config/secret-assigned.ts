import {
  isHeap,
  isHexadecimal,
  isMadeOfWords,
  isMixedHeap,
  isUuid,
} from "../catalog/words/heap.ts";
import { isPlaceholder } from "../catalog/words/placeholder.ts";
import { secrecyOf } from "../catalog/words/secret-name.ts";

/** What is secret in a text, and where it begins there. */
export interface SaidSecret {
  secret: string;
  index: number;
}

const value = /["'`]?(?<value>[^\s"'`,;]{6,400})/.source;
const name = /(?<![\p{L}\d_-])(?<name>(?:[\p{L}\d_-]{1,40} )?[\p{L}\d_-]{1,60})["'`]?/u.source;

// `api_key: …`, `"token" = …`, `token => …`, `api key - …`, `password was …`; `cache key: …` is another thing
const assigned = new RegExp(
  `${name}(?:[^\\S\\n]{0,3}(?<sign>[:=→]|[-=]>|\\b(?:is|was)\\b)[^\\S\\n]{0,3}|[^\\S\\n]{1,3}[-–—][^\\S\\n]{1,3})${value}`,
  "giu",
);
// the name at the end of a line, and nothing but a value on the next
const onNextLine = new RegExp(
  `${name}[^\\S\\n]{0,3}(?:[:=→]|[-=]>)?[^\\S\\n]{0,9}\\n\\s{0,40}${value}["'\`]?[^\\S\\n]*$`,
  "gimu",
);
// `--api-key …`, `--api-key=…`
const flagged = new RegExp(`(?<![\\w-])--(?<name>[\\w-]{1,60})[ =]${value}`, "g");
// a line of JSON that was put out of force
const property = /["'](?<name>[\w-]{1,60})["']\s{0,3}:\s{0,3}["'](?<value>[^\s"']{6,400})["']/g;
// `curl -u bob:…`
const ofUser =
  /(?<![\w-])(?:-u|--user|--proxy-user)[ =]?["']?[\w.@-]{1,100}:(?<value>[^\s"']{6,400})/g;
// services whose keys are nothing but digits, which a name alone says
const ofService =
  /\b(?:azure|assemblyai|together(?:ai)?)(?: openai)?[\s:=]{1,3}(?<value>[\da-f]{32,64})\b/gi;
const heap = /(?<![\w/.+-])(?<value>[A-Za-z\d]{20,200})(?![\w/+=-]|\.\w)/g;

// the name of a variable, of a model, of a setting
const reference = /^(?:\$|%|<|[A-Z][A-Z\d]*(?:_[A-Z\d]*)+$)|:\/\//;
const ofPassword = /(?:pass(?:word|phrase|wd|wort)?|kennwort|pwd)$/i;

/** What a sentence says that a secret is: of a comment, or a text that nobody reads but people. */
export function secretsAssignedIn(text: string): SaidSecret[] {
  const found = [
    ...matchesOf(assigned, text).filter(({ secret, groups, index }) => {
      const end = text.slice(index + secret.length).split("\n", 1)[0] ?? "";
      return isSecretOf(groups.name, secret, groups.sign !== undefined && /^\W*$/.test(end));
    }),
    ...flagsIn(text),
    ...matchesOf(property, text).filter(
      ({ secret, groups }) => secrecyOf(groups.name ?? "") === "always" && !isName(secret),
    ),
    ...matchesOf(onNextLine, text).filter(
      ({ secret, groups }) => isSecretOf(groups.name, secret) && !isMadeOfWords(secret),
    ),
    ...matchesOf(ofUser, text).filter(({ secret }) => !isName(secret)),
    ...matchesOf(ofService, text).filter(({ secret }) => isHexadecimal(secret)),
  ];
  return onceEach(found);
}

/** Long and mixed as keys alone are, whatever stands before it; a digest and what stands in an address are none. */
export function heapsIn(text: string): SaidSecret[] {
  const bare = text.replaceAll(/(?<![a-z])[a-z]{1,20}:\/\/\S+/gi, (address) =>
    " ".repeat(address.length),
  );
  return matchesOf(heap, bare).filter(({ secret }) => isMixedHeap(secret));
}

/** What is told to a program on its line: `--api-key=…`. */
export function flagsIn(text: string): SaidSecret[] {
  return matchesOf(flagged, text).filter(({ secret, groups }) => isSecretOf(groups.name, secret));
}

/** Whether what a sentence says of such a name is a secret. `isAlone`: nothing else is said. */
function isSecretOf(called = "", said: string, isAlone = false): boolean {
  if (secrecyOf(called) === undefined || isName(said)) return false;
  if (isUuid(said) || isHeap(said)) return true;
  // `correcthorsebattery`, `correct-horse-battery`: no English word is as long, and a sentence goes on
  if (isAlone && ofPassword.test(called) && /^\p{L}{3,}(?:-\p{L}{3,})*$/u.test(said))
    return said.length >= 16 && !/^\p{L}+-\p{L}+$/u.test(said);
  if (said.length < 8 || !/\d/.test(said) || !/[a-z]/i.test(said)) return false;
  return !(/[-_.].*[-_.]/.test(said) && isMadeOfWords(said));
}

/** What names a secret, or stands in the place of one. */
function isName(said: string): boolean {
  const isCalled = /^[\p{L}_-]+$/u.test(said) && secrecyOf(said) !== undefined;
  return isCalled || reference.test(said) || isPlaceholder(said);
}

interface Match extends SaidSecret {
  groups: Readonly<Record<string, string | undefined>>;
}

function matchesOf(pattern: RegExp, text: string): Match[] {
  return [...text.matchAll(pattern)].map((match) => {
    const { groups = {} } = match;
    const secret = groups.value ?? "";
    return { secret, groups, index: match.index + match[0].lastIndexOf(secret) };
  });
}

function onceEach(found: readonly SaidSecret[]): SaidSecret[] {
  const at = new Map(found.map(({ secret, index }) => [index, { secret, index }]));
  return [...at.values()].toSorted((one, other) => one.index - other.index);
}
