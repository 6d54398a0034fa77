import { ModelForgeError, retold, type Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { secretsIn } from "../device/kept-tokens.ts";
import { lastFourOf, Secret } from "../secret.ts";
import {
  inKeychain,
  leftIn,
  type StoreDocument,
  type StoredAccount,
  withLeft,
} from "./document.ts";

type Keychain = System["keychain"];

/** The name under which the keychain has every key of ours. */
const keychainService = "modelforge";

/** What a change of the store does to the keychain, by name. */
export interface KeychainChanges {
  /** Keys that are to be in it before the store speaks of them. */
  readonly added: Map<string, Secret>;
  /** Names of keys that are to be out of it before the store lets go of them, with whose they are. */
  readonly removed: Map<string, string>;
}

/** `openai/default/0a1b2c3d`: never the same twice, so that the key that is replaced is there until the other one is. */
export function newKeychainName(
  { randomHex }: Pick<System["codec"], "randomHex">,
  { provider, account }: Pick<StoredAccount, "provider" | "account">,
): string {
  return `${provider}/${account}/${randomHex(4)}`;
}

/** The key of an account, as it was kept. Throws `credential.missing`, `credential.keychain-unusable`. */
export async function keyInKeychain(
  { keychain }: { keychain: Keychain },
  account: StoredAccount,
  name: string,
): Promise<Secret> {
  const { provider } = account;
  const value = await keychain.get(keychainService, name).catch((error: unknown) => {
    const before = `the key of ${provider} is in the keychain, and`;
    throw retoldOf(
      error,
      before,
      `modelforge auth login ${provider} --store file keeps one in a file`,
    );
  });
  if (value === undefined || value === "") throw notThatKey(account, name, "gone");
  const secret = new Secret(value);
  // nobody knows which of the two is meant
  const known = account.signedIn === undefined ? value : secretsIn(value)[0];
  if (lastFourOf(known ?? "") !== account.lastFour) throw notThatKey(account, name, "changed");
  return secret;
}

function notThatKey(
  { provider, account, lastFour }: StoredAccount,
  name: string,
  reason: "gone" | "changed",
): ModelForgeError {
  const end = lastFour === null ? "" : ` ending in ${lastFour}`;
  const what =
    reason === "gone" ? "is no longer there" : "is another one: somebody changed it there";
  return new ModelForgeError("credential.missing", {
    message: `the key of ${provider}${end} was kept in the keychain as ${name}, and ${what}`,
    hint: `modelforge auth login ${provider} keeps one anew, modelforge auth logout ${provider} takes it off the list`,
    details: { provider, account, name, reason },
  });
}

/** The same failure of a keychain with what it means, and a way out; any other error as it is. */
function retoldOf(error: unknown, before: string, way: string): unknown {
  if (!isUnusable(error)) return error;
  const { reason } = error.details;
  const again = reason === "locked" ? "unlock it and try again" : "try again";
  const hint = reason === "none" ? way : `${again}, or ${way}`;
  return retold(error, { message: `${before} ${error.message}`, hint });
}

/** Of a key that was to go there. */
export function notStored(error: unknown): unknown {
  return retoldOf(error, "nothing was stored:", "add --store file to keep it in a file");
}

/** Finds out whether it takes a key, before somebody goes to lengths for one. Throws `credential.keychain-unusable`. */
export async function tryKeychain(keychain: Keychain): Promise<void> {
  // a name that no key has: one that is locked or silent says so all the same
  await keychain.get(keychainService, "trial").catch((error: unknown) => {
    throw notStored(error);
  });
}

export function isUnusable(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && error.code === "credential.keychain-unusable";
}

/**
 * Puts keys into the keychain. Their names are noted in the store before: whoever is stopped in between leaves no key behind
 * that nothing speaks of.
 */
export async function keepInKeychain(
  keychain: Keychain,
  before: StoreDocument,
  added: KeychainChanges["added"],
  { write, undo }: { write: (document: StoreDocument) => void; undo: () => void },
): Promise<void> {
  if (added.size === 0) return;
  write(withLeft(before, [...leftIn(before), ...added.keys()]));
  let kept = 0;
  try {
    for (const [name, secret] of added) {
      await keychain.set(keychainService, name, secret.reveal());
      kept += 1;
    }
  } catch (error) {
    // one that is silent may do later what it was asked
    const isUndone = isUnusable(error) && error.details.reason !== "silent" && kept === 0;
    if (isUndone) undo();
    throw notStored(error);
  }
}

/** Takes keys out of the keychain: what is still in it is still in the store. */
export async function takeOutOfKeychain(
  keychain: Keychain,
  removed: KeychainChanges["removed"],
): Promise<void> {
  for (const [name, provider] of removed) {
    await keychain.remove(keychainService, name).catch((error: unknown) => {
      const before = `the key of ${provider} is in the keychain, and is not removed:`;
      throw retoldOf(error, before, "add --forget to take it off the list alone");
    });
  }
}

/** Writes the store, and takes out of the keychain what it speaks of no longer; what stays there is noted, and said. */
export async function sweepKeychain(
  keychain: Keychain,
  { before, after, items }: { before: StoreDocument; after: StoreDocument; items: KeychainChanges },
  write: (document: StoreDocument) => void,
): Promise<Warning[]> {
  const spoken = new Set(inKeychain(after));
  const unspoken = [...leftIn(before), ...inKeychain(before)].filter(
    (name) => !spoken.has(name) && !items.removed.has(name),
  );
  write(withLeft(after, unspoken));
  const left = [...new Set(unspoken)];
  let why: string | undefined;
  while (left[0] !== undefined && why === undefined) {
    try {
      await keychain.remove(keychainService, left[0]);
      left.shift();
    } catch (error) {
      if (!isUnusable(error)) throw error;
      why = error.message;
    }
  }
  if (left.length < unspoken.length) write(withLeft(after, left));
  return why === undefined ? [] : [stillThere(left, why)];
}

function stillThere(names: readonly string[], why: string): Warning {
  const [one, many] = ["a key that is used no more is", "keys that are used no more are"];
  return {
    code: "credential.left",
    message: `${names.length === 1 ? one : many} still in the keychain, as ${names.join(", ")}: ${why}; the next change of what is stored tries again`,
    details: { names },
  };
}
