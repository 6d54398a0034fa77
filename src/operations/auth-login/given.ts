import { keyPatterns, looksLikeKey } from "../../catalog/words/key-forms.ts";
import { cleanKey, othersKey } from "../../credentials/clean-key.ts";
import { findProgram, keyOfCommand, type RunningMachine } from "../../credentials/key-command.ts";
import { follow, othersVariable, readReference } from "../../credentials/key-reference.ts";
import { Secret } from "../../credentials/secret.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import type { SignedIn } from "../../credentials/store/document.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { AuthLoginInput } from "./input.ts";

/** A key as it was given, or what is kept in its place and gives it each time. */
export interface Given {
  secret: Secret;
  removed: string[];
  /** With the whole path of its program. */
  kept?: { command: readonly string[] } | { env: string };
  /** Of one that was got by signing in: what the index says of it. */
  signIn?: { index: SignedIn; lastFour: string | null; warnings: Warning[] };
}

/** What it is given by: one of these. */
export type GivenBy = Pick<AuthLoginInput, "apiKey" | "command" | "reference" | "store">;

/** Whether what is given stays where it is. Throws `usage.*` for what cannot be kept. */
export function staysElsewhere(
  { environment }: Pick<RunningMachine, "environment">,
  { apiKey, command, reference, store }: GivenBy,
): boolean {
  const places = [apiKey, command, reference].filter((one) => one !== undefined);
  if (places.length > 1) throw notOne();
  // one is typed, or got by signing in
  if (command === undefined && reference === undefined) return false;
  refuseKeyIn(command ?? [reference ?? ""], keepOutSecretsOf(environment), command === undefined);
  if (store !== undefined) throw noPlace();
  return true;
}

/**
 * A command is run once, and a reference followed, so that one that gives no key is not kept.
 *
 * Throws `usage.*`, `credential.missing`.
 */
export async function givenOf(
  machine: RunningMachine,
  provider: string,
  { apiKey, command, reference }: GivenBy,
): Promise<Given> {
  if (apiKey !== undefined) {
    const { key, removed } = cleanKey(apiKey);
    return { secret: new Secret(key), removed };
  }
  if (reference !== undefined) {
    const read = readReference(reference, machine.environment.platform);
    return { ...(await follow(machine, provider, read)), removed: [] };
  }
  if (command === undefined) throw notOne();
  const [program = "", ...words] = command;
  const whole = [findProgram(machine, program), ...words];
  const secret = await keyOfCommand(machine, provider, whole);
  return { secret, removed: [], kept: { command: whole } };
}

/** What looks like another provider's is taken only where somebody says that it is meant. */
export function refuseOthers({ secret, kept }: Given, provider: string): void {
  const isNamed = kept !== undefined && "env" in kept;
  const owner = isNamed ? othersVariable(provider, kept.env) : undefined;
  const other = othersKey(secret.reveal(), provider) ?? owner;
  if (other === undefined) return;
  const message =
    owner === undefined
      ? `that begins as a key of ${other} does, not one of ${provider}`
      : `that is the variable of ${other}, not one of ${provider}`;
  throw new ModelForgeError("usage.confirmation-needed", {
    message,
    hint: `if it is one of ${provider} all the same, add --yes; else modelforge auth login ${other}`,
    details: { provider, looksLike: other },
  });
}

function notOne(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "either a key is given, a command that prints it, or a reference to where it is",
    hint: "give one of them",
  });
}

function noPlace(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "a command or a reference is kept in the place of a key, and goes into no keychain",
    hint: "leave out --store, or give a key",
    details: { field: "store" },
  });
}

/** Whether it looks like a key, or holds one. `known`: keys that are at hand. */
export function isLikeKey(word: string, known: ReadonlySet<string>): boolean {
  return (
    looksLikeKey(word) ||
    [...known].some((value) => value.length >= 8 && word.includes(value)) ||
    keyPatterns.some(({ pattern }) => word.search(pattern) >= 0)
  );
}

/** Words of a program are seen by all of the machine while it runs, and are kept as they are. */
function refuseKeyIn(
  command: readonly string[],
  known: ReadonlySet<string>,
  isReference: boolean,
): void {
  // `--token=…`, `-psk-…`
  const words = command.flatMap((word) => [...word.split(/[\s"'`=,;]+/), word.replace(/^-\w/, "")]);
  if (!words.some((word) => isLikeKey(word, known))) return;
  const message = isReference
    ? "the reference looks like a key: it is to say where one is"
    : "a word of the command looks like a key: the program is to find it by itself";
  throw new ModelForgeError("usage.bad-value", {
    message,
    hint: "--key-stdin keeps a key; a command names where it is, as in op read op://vault/item/key",
    details: { field: isReference ? "reference" : "command" },
  });
}
