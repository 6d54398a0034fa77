import { keepOut } from "../../catalog/words/kept-out.ts";
import { secretIn } from "../../config/secrets.ts";
import { looksLikeKey } from "../../credentials/clean-key.ts";

const keyFlag = "--api-key";

/** A key that stands on the line, where it belongs or not, is repeated by nothing that is said of the line. */
export function keepOutKeys(argv: readonly string[]): void {
  for (const [at, word] of argv.entries()) {
    const value = word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word;
    const isKey = argv[at - 1] === keyFlag || word.startsWith(`${keyFlag}=`);
    if (isKey || looksLikeKey(value) || secretIn(value)?.startsWith("a key") === true) {
      keepOut(value);
    }
  }
}
