import { keepOut } from "../catalog/words/kept-out.ts";
import type { Environment } from "../system/ports.ts";
import { holdsSecret } from "./from-environment.ts";
import { accountsIn } from "./store/document.ts";
import { type ReadingStore, readStore } from "./store/read-store.ts";

// shorter ones are parts of words
const shortest = 8;

/** What the variables hold that are called as those of keys are, whoever they are for. */
export function secretsInEnvironment({ names, get }: Pick<Environment, "names" | "get">): string[] {
  return names().flatMap((name) => {
    const value = holdsSecret(name.toUpperCase()) ? (get(name) ?? "").trim() : "";
    // a path leads to one, and tells nothing
    return value.length < shortest || /^[/~.]|\s/.test(value) ? [] : [value];
  });
}

/**
 * The same with what is kept and needs no passphrase; no output shows any of it from then on. What is wrong with the store,
 * the commands of credentials say.
 */
export async function secretsAtHand(machine: ReadingStore): Promise<string[]> {
  const { document } = await readStore(machine);
  const kept = accountsIn(document).flatMap(({ kept: one }) =>
    "secret" in one ? [one.secret] : [],
  );
  const found = [
    ...secretsInEnvironment(machine.environment),
    ...kept.filter(({ length }) => length >= shortest),
  ];
  for (const value of found) keepOut(value);
  return found;
}
