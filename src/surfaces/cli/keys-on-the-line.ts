import { keepOut } from "../../catalog/words/kept-out.ts";
import { secretIn } from "../../config/secrets.ts";
import { looksLikeKey } from "../../credentials/clean-key.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import type { Environment } from "../../system/ports.ts";

const keyFlag = "--api-key";

/** A key that stands on the line, where it belongs or not, or in a variable, is repeated by nothing that is said. */
export function keepOutKeys(
  argv: readonly string[],
  environment: Pick<Environment, "get" | "names">,
): void {
  keepOutSecretsOf(environment);
  for (const [at, word] of argv.entries()) {
    const value = word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word;
    const isKey = argv[at - 1] === keyFlag || word.startsWith(`${keyFlag}=`);
    if (isKey || mayBeKey(value)) keepOut(value);
    // `OPENAI_API_KEY=sk-…`, `openai,sk-…`, `Bearer sk-…`, `-psk-…`, `https://me:sk-…@proxy.example`
    for (const piece of [...value.split(/[\s,;:=@"'`]+/), value.replace(/^-\w/, "")]) {
      if (mayBeKey(piece)) keepOut(piece);
    }
  }
}

function mayBeKey(text: string): boolean {
  return looksLikeKey(text) || secretIn(text)?.startsWith("a key") === true || isLikeNoName(text);
}

/** Letters and digits in a heap, as no name has them: a hash, base64, a UUID. */
function isLikeNoName(text: string): boolean {
  if (/^[/~.-]/.test(text)) return false;
  const [heap = ""] = /[a-z0-9]{20,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(text) ?? [];
  return /[a-z]/i.test(heap) && (heap.match(/\d/g)?.length ?? 0) > 3;
}
