import { looksLikeKey } from "../catalog/words/key-forms.ts";
import { isDummy, isKeptOut, keepOut } from "../catalog/words/kept-out.ts";
import type { Environment } from "../system/ports.ts";
import { isSecretVariable } from "../catalog/words/secret-variable.ts";
import { secretsIn } from "./device/kept-tokens.ts";
import { hostTable } from "./hosts/table.ts";
import { accountsIn } from "./store/document.ts";
import { type ReadingStore, readStore } from "./store/read-store.ts";

// shorter ones are dummies of servers of one's own, and words
const longEnough = 16;

/**
 * Every credential that the environment holds, of whichever provider: from now on no output shows one, in whatever form,
 * and no address holds one.
 */
export function keepOutSecretsOf(environment: Pick<Environment, "get" | "names">): Set<string> {
  const known = new Set(Object.values(hostTable).flatMap(({ secrets }) => secrets));
  const found = new Set<string>();
  for (const name of environment.names()) {
    const upper = name.toUpperCase();
    const isOwn = /^MODELFORGE_.*_(?:API_KEY|ACCESS_TOKEN)$/.test(upper);
    const isKnown = known.has(upper) || isOwn;
    const value = environment.get(name)?.trim() ?? "";
    // in whatever variable somebody put it
    const isLike = value.length >= longEnough && looksLikeKey(value);
    if (!isKnown && !isLike && !isSecretVariable(upper)) continue;
    // a file with a credential is none
    if (isDummy(value)) continue;
    if (value === "" || value.startsWith("/") || (!isKnown && value.length < longEnough)) continue;
    found.add(value);
    keepOut(value);
  }
  return found;
}

/** Whether a value is one of them, or holds one, or begins as keys do and is as long as they are. */
export function secretTest(
  environment: Pick<Environment, "get" | "names">,
): (value: string) => boolean {
  let found: Set<string> | undefined;
  return (value) => {
    found ??= keepOutSecretsOf(environment);
    const isLong = value.length >= longEnough && looksLikeKey(value);
    return isLong || found.has(value) || isKeptOut(value);
  };
}

// shorter ones are parts of words
const shortest = 8;

/**
 * The same with what is kept and needs no passphrase; no output shows any of it from then on. What is wrong with the store,
 * the commands of credentials say.
 */
export async function secretsAtHand(machine: ReadingStore): Promise<string[]> {
  const { document } = await readStore(machine);
  const kept = accountsIn(document).flatMap(({ kept: one, signedIn }) => {
    const value = "env" in one ? machine.environment.get(one.env)?.trim() : undefined;
    const secret = "secret" in one ? one.secret : value;
    if (secret === undefined || isDummy(secret)) return [];
    return signedIn === undefined ? [secret] : secretsIn(secret);
  });
  for (const value of kept) keepOut(value);
  const found = [...keepOutSecretsOf(machine.environment), ...kept];
  return found.filter(({ length }) => length >= shortest);
}
