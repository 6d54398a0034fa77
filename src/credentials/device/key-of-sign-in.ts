import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { signInPlaces } from "../hosts/sign-in.ts";
import { Secret } from "../secret.ts";
import { type ChangingStore, changeStore } from "../store/change-store.ts";
import {
  accountsIn,
  lockIn,
  type SignedIn,
  type StoreDocument,
  type StoredAccount,
  withKept,
} from "../store/document.ts";
import { type KeychainChanges, newKeychainName } from "../store/in-keychain.ts";
import { type AskPassphrase, sealed, secretOf, unlock } from "../store/sealed.ts";
import { copilotKey } from "./copilot-key.ts";
import { type KeptTokens, keptText, type ShortKey, tokensIn } from "./kept-tokens.ts";

type Machine = ChangingStore & Pick<System, "http" | "installation" | "sealing">;

interface Opening {
  /** What is kept of it, as it is now. */
  open(ask: AskPassphrase): Promise<Secret>;
  ask: AskPassphrase;
  signal?: AbortSignal | undefined;
}

/**
 * The key of an account that was signed in to: the one that is kept, or another one before that is over. Of several that want
 * another one at once the first gets it, under the lock of the store, and the others find it there.
 *
 * Throws `credential.*`, `network.*`, `file.busy`, `cancelled`.
 */
export async function keyOfSignIn(
  machine: Machine,
  stored: StoredAccount,
  { open, ask, signal }: Opening,
): Promise<Secret> {
  const askOnce = once(ask);
  const kept = tokensOf(stored, await open(askOnce));
  if (isFresh(kept.short, machine)) return new Secret(kept.short.key);
  let short: ShortKey | undefined;
  try {
    const change = async (document: StoreDocument, keychain: KeychainChanges) => {
      const now = accountsIn(document).find(
        ({ provider, account }) => provider === stored.provider && account === stored.account,
      );
      // somebody logged out meanwhile
      if (now?.signedIn === undefined) throw gone(stored);
      const found = tokensOf(now, await secretOf(machine, document, now, askOnce));
      ({ short } = found);
      if (isFresh(short, machine)) return document;
      short = undefined;
      short = await asked(machine, now, found, signal);
      const tokens = { ...found, short };
      return renewed(machine, document, { account: now, tokens, keychain, ask: askOnce });
    };
    await changeStore(machine, change, signal);
  } catch (error) {
    if (!isAboutKeeping(error)) throw error;
    // a key that cannot be kept is as good
    short ??= await asked(machine, stored, kept, signal);
  }
  if (short === undefined) throw gone(stored);
  return new Secret(short.key);
}

/** What the index says of a sign-in with such a key. */
export function signedInWith(signedIn: SignedIn, short: ShortKey | undefined): SignedIn {
  return { ...signedIn, expiresAt: short === undefined ? null : isoTime(short.expiresMs) };
}

function isFresh(
  short: ShortKey | undefined,
  { clock }: Pick<Machine, "clock">,
): short is ShortKey {
  const now = clock.now();
  return short !== undefined && now < short.renewMs && now < short.expiresMs;
}

async function asked(
  machine: Machine,
  { provider, signedIn }: StoredAccount,
  { token }: KeptTokens,
  signal: AbortSignal | undefined,
): Promise<ShortKey> {
  const { endsAt, host } = signedIn as SignedIn;
  if (endsAt !== null && Date.parse(endsAt) <= machine.clock.now()) throw over(provider, endsAt);
  const places = signInPlaces(provider, host);
  return copilotKey(machine, { provider, places, token: new Secret(token), signal });
}

interface Renewing {
  account: StoredAccount;
  tokens: KeptTokens;
  keychain: KeychainChanges;
  ask: AskPassphrase;
}

/** The store with another key in it, kept as the one before was. */
async function renewed(
  machine: Machine,
  document: StoreDocument,
  { account, tokens, keychain, ask }: Renewing,
): Promise<StoreDocument> {
  const text = keptText(tokens);
  const signedIn = signedInWith(account.signedIn as SignedIn, tokens.short);
  const open: StoredAccount = { ...account, signedIn, kept: { secret: text } };
  if ("keychain" in account.kept) {
    const name = newKeychainName(machine.codec, account);
    keychain.added.set(name, new Secret(text));
    return withKept(document, { ...open, kept: { keychain: name } });
  }
  const lock = lockIn(document);
  if (!("sealed" in account.kept) || lock === undefined) return withKept(document, open);
  return withKept(document, sealed(await unlock(machine, lock, ask), open, text));
}

function tokensOf({ provider, account }: StoredAccount, kept: Secret): KeptTokens {
  const tokens = tokensIn(kept.reveal());
  if (tokens !== undefined) return tokens;
  throw new ModelForgeError("credential.missing", {
    message: `what is kept of ${provider} as ${account} is no sign-in`,
    hint: `modelforge auth login ${provider} signs in anew`,
    details: { provider, account },
  });
}

/** Whether only the store is at fault: it may be read and not be written. */
function isAboutKeeping(error: unknown): boolean {
  return (
    error instanceof ModelForgeError &&
    (error.code === "file.unwritable" || error.code === "credential.store-unusable")
  );
}

function once(ask: AskPassphrase): AskPassphrase {
  let asked: ReturnType<AskPassphrase> | undefined;
  return () => (asked ??= ask());
}

function over(provider: string, endsAt: string): ModelForgeError {
  return new ModelForgeError("credential.expired", {
    message: `the sign-in of ${provider} is over since ${endsAt}`,
    hint: `modelforge auth login ${provider} signs in anew`,
    details: { provider, endsAt },
  });
}

function gone({ provider, account }: StoredAccount): ModelForgeError {
  return new ModelForgeError("credential.missing", {
    message: `${provider} was logged out of as ${account} meanwhile`,
    hint: `modelforge auth login ${provider} signs in anew`,
    details: { provider, account },
  });
}
