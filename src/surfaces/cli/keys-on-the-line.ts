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
    if (isKey || looksLikeKey(value) || secretIn(value)?.startsWith("a key") === true) {
      keepOut(value);
    }
  }
}
