import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import type { SealingKey } from "../../system/sealing-port.ts";
import { unlessOthers } from "../others-key.ts";
import { keyOfCommand, type RunningMachine } from "../key-command.ts";
import { keyInVariable } from "../key-reference.ts";
import { Secret } from "../secret.ts";
import { keyInKeychain } from "./in-keychain.ts";
import {
  accountsIn,
  type Lock,
  lockIn,
  type StoreDocument,
  type StoredAccount,
} from "./document.ts";

/** Gives the passphrase: from a file, a descriptor, or whoever is asked. Undefined where it comes from nowhere. */
export type AskPassphrase = () => Promise<string | undefined>;

type SealingMachine = Pick<System, "sealing" | "codec">;

// 2 ** 16 blocks: 64 MiB and a sixth of a second
const cost = 16;
const saltBytes = 16;
const proven = "ModelForge";

/** Throws `credential.locked` where there is no passphrase or it is another. */
export async function unlock(
  { sealing }: Pick<SealingMachine, "sealing">,
  lock: Lock,
  ask: AskPassphrase,
): Promise<SealingKey> {
  const passphrase = await ask();
  if (passphrase === undefined) throw locked("no passphrase was given that opens them");
  const key = await sealing.keyOf(passphrase, lock.salt, lock.cost);
  if (key?.open(lock.proof, proven) !== proven) throw locked("the passphrase is another one");
  return key;
}

/** A lock for a store that has none. */
export async function newLock(
  { sealing, codec }: SealingMachine,
  passphrase: string,
): Promise<{ lock: Lock; key: SealingKey }> {
  const salt = codec.randomHex(saltBytes);
  const key = await sealing.keyOf(passphrase, salt, cost);
  if (key === undefined) throw new TypeError("the cost of a passphrase is out of reason");
  return { lock: { salt, cost, proof: key.seal(proven, proven) }, key };
}

export function sealed(key: SealingKey, account: StoredAccount, value: string): StoredAccount {
  return { ...account, kept: { sealed: key.seal(value, aboutOf(account)) } };
}

/** The credential of an account. Throws `credential.locked`. */
export async function secretOf(
  machine: Pick<System, "sealing" | "keychain"> & RunningMachine,
  document: StoreDocument,
  account: StoredAccount,
  ask: AskPassphrase,
): Promise<Secret> {
  const { kept } = account;
  if ("secret" in kept) return new Secret(kept.secret);
  if ("keychain" in kept) return keyInKeychain(machine, account, kept.keychain);
  if ("env" in kept) {
    const secret = keyInVariable(machine.environment, account.provider, kept.env);
    return unlessOthers(account, secret, `what ${kept.env} says`);
  }
  if ("command" in kept) {
    const secret = await keyOfCommand(machine, account.provider, kept.command);
    return unlessOthers(account, secret, `what ${kept.command[0] ?? ""} printed`);
  }
  const lock = lockIn(document);
  if (lock === undefined) throw locked("what tells their passphrase is missing");
  const key = await unlock(machine, lock, ask);
  const value = key.open(kept.sealed, aboutOf(account));
  if (value === undefined) throw locked(`that of ${account.provider} is damaged`);
  return new Secret(value);
}

/** Every account whose credential lies open is sealed. */
export function sealedAll(
  document: StoreDocument,
  { lock, key }: { lock: Lock; key: SealingKey },
): StoreDocument {
  const open = new Map(
    accountsIn(document).flatMap((one) =>
      "secret" in one.kept ? [[aboutOf(one), one.kept.secret] as const] : [],
    ),
  );
  const accounts = (document.accounts as readonly unknown[] | undefined) ?? [];
  return {
    ...document,
    passphrase: lock,
    accounts: accounts.map((entry) => {
      const { secret, ...index } = entry as Record<string, unknown>;
      const about = aboutOf(index as unknown as StoredAccount);
      const value = secret === undefined ? undefined : open.get(about);
      return value === undefined ? entry : { ...index, sealed: key.seal(value, about) };
    }),
  };
}

/** A sealed credential opens as that of its own account only. */
function aboutOf({ provider, account }: Pick<StoredAccount, "provider" | "account">): string {
  return JSON.stringify([provider, account]);
}

function locked(why: string): ModelForgeError {
  return new ModelForgeError("credential.locked", {
    message: `stored credentials are kept encrypted, and ${why}`,
    hint: "MODELFORGE_PASSPHRASE_FILE names a file with it, --passphrase-fd a descriptor",
  });
}
