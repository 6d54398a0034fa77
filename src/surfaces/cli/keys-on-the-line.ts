import { looksLikeKey } from "../../catalog/words/key-forms.ts";
import { keepOut } from "../../catalog/words/kept-out.ts";
import { secretIn } from "../../config/secrets.ts";
import { secretsInEnvironment } from "../../credentials/secrets-at-hand.ts";
import type { Environment } from "../../system/ports.ts";
import { showsWhatIsSet } from "./may-show-keys.ts";

const keyFlag = "--api-key";

/** A key that stands on the line or in a variable, where it belongs or not, is repeated by nothing that is said. */
export function keepOutKeys(argv: readonly string[], environment: Environment): void {
  for (const key of keysOnLine(argv)) keepOut(key);
  if (showsWhatIsSet(argv)) keepOutKeysOf(environment);
}

/** What of a line is a key, or stands where one belongs. */
export function keysOnLine(argv: readonly string[]): string[] {
  return argv.flatMap((word, at) => {
    const value = word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word;
    const isGiven = argv[at - 1] === keyFlag || word.startsWith(`${keyFlag}=`);
    // a part of it alone: `openai/sk-…`
    const parts = value.split(/[\s/:=,;"'`]+/).filter(isKey);
    return isGiven || isKey(value) ? [value, ...parts] : parts;
  });
}

/** The keys that variables hold. */
export function keepOutKeysOf(environment: Environment): void {
  for (const value of secretsInEnvironment(environment)) keepOut(value);
  for (const name of environment.names().filter((one) => one.startsWith("MODELFORGE_"))) {
    const value = environment.get(name) ?? "";
    if (isKey(value)) keepOut(value);
  }
}

function isKey(value: string): boolean {
  return looksLikeKey(value) || secretIn(value)?.startsWith("a key") === true;
}
