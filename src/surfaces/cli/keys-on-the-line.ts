import { looksLikeKey } from "../../catalog/words/key-forms.ts";
import { keepOut } from "../../catalog/words/kept-out.ts";
import { secretIn } from "../../config/secrets.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import type { Environment } from "../../system/ports.ts";

const keyFlag = "--api-key";

/** A key that stands on the line, where it belongs or not, or in a variable, is repeated by nothing that is said. */
export function keepOutKeys(
  argv: readonly string[],
  environment: Pick<Environment, "get" | "names">,
): void {
  for (const key of keysOnLine(argv)) keepOut(key);
  keepOutKeysOf(environment);
}

/** What of a line is a key, or stands where one belongs. */
export function keysOnLine(argv: readonly string[]): string[] {
  // there what is no name is most likely a key
  const mayBeKey = argv.includes("auth")
    ? (text: string) => isKey(text) || isLikeNoName(text)
    : isKey;
  return argv.flatMap((word, at) => {
    const value = word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word;
    const isGiven = argv[at - 1] === keyFlag || word.startsWith(`${keyFlag}=`);
    // `OPENAI_API_KEY=sk-…`, `openai,sk-…`, `openai/sk-…`, `Bearer sk-…`, `-psk-…`, `https://me:sk-…@proxy.example`
    const pieces = [...value.split(/[\s,;:/=@"'`]+/), value.replace(/^-\w/, "")].filter(
      (piece) => mayBeKey(piece) || (isHexadecimal(piece) && !isNumbered(value, argv[at - 1])),
    );
    return isGiven || mayBeKey(value) ? [value, ...pieces] : pieces;
  });
}

/** The keys that variables hold. */
export function keepOutKeysOf(environment: Pick<Environment, "get" | "names">): void {
  keepOutSecretsOf(environment);
  for (const name of environment.names().filter((one) => one.startsWith("MODELFORGE_"))) {
    const value = environment.get(name) ?? "";
    // a part of a path or of an address, and a key in the place of a name
    const pieces = `${value} ${name.slice("MODELFORGE_".length)}`.split(/[\s,;:/=@?.]+/);
    const isPath = /_(?:DIR|FILE)$/.test(name);
    for (const piece of [value, ...pieces]) {
      if (isKey(piece) || (isHexadecimal(piece) && !isPath)) keepOut(piece);
    }
  }
}

function isKey(text: string): boolean {
  return looksLikeKey(text) || secretIn(text)?.startsWith("a key") === true;
}

/** `CLOUDFLARE_ACCOUNT_ID=…`, the same before it, and an account in an address. */
function isNumbered(word: string, before = ""): boolean {
  if (/[_-](?:ID|ACCOUNT|PROJECT|TENANT)$|\.deployment$/i.test(before)) return true;
  return /^(?:\w*_(?:ID|ACCOUNT|PROJECT|TENANT)=|https?:\/\/[^/]*\/)/.test(word);
}

/** As Azure's keys are, which no model is called. */
function isHexadecimal(word: string): boolean {
  return /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32}$/i.test(word);
}

/** Letters and digits in a heap, as no name has them: a hash, base64, a UUID. */
function isLikeNoName(text: string): boolean {
  if (/^[/~.-]/.test(text)) return false;
  const [heap = ""] = /[a-z0-9]{20,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(text) ?? [];
  return /[a-z]/i.test(heap) && (heap.match(/\d/g)?.length ?? 0) > 3;
}
