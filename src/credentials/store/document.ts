import { readUrl } from "../../system/url.ts";

/** What the file says as a whole; entries of a newer version stay in it as they are. */
export type StoreDocument = Readonly<Record<string, unknown>>;

/** The format that this version writes, and the newest it understands. */
export const storeFormat = 1;

export const emptyStore: StoreDocument = { format: storeFormat, accounts: [], trusted: [] };

/** An account as the index has it: nothing of it is secret but what `kept` says. */
export interface StoredAccount {
  provider: string;
  account: string;
  active: boolean;
  lastFour: string | null;
  addedAt: string | null;
  /** Whoever keeps it said that what it gives is a key of this provider, whatever it looks like. */
  confirmed?: true;
  /** Of one that was signed in to: what is kept of it is no key, but what gets one. */
  signedIn?: SignedIn;
  kept:
    | { secret: string }
    | { sealed: string }
    | { command: readonly string[] }
    /** The variable it is in. */
    | { env: string }
    /** Under which name the keychain has it. */
    | { keychain: string };
}

/** A sign-in as the index has it. */
export interface SignedIn {
  /** Where that was: `https://github.com` */
  host: string;
  /** When the last key is over; null where there was none yet. */
  expiresAt: string | null;
  /** When the sign-in itself is; null where it is good until somebody withdraws it. */
  endsAt: string | null;
}

/** Where the key of an account is. */
export function storeOf({
  kept,
}: Pick<StoredAccount, "kept">): "file" | "keychain" | "command" | "env" {
  if ("command" in kept) return "command";
  if ("env" in kept) return "env";
  return "keychain" in kept ? "keychain" : "file";
}

/** What the passphrase of a store is known by. */
export interface Lock {
  salt: string;
  cost: number;
  /** A sealed text that everybody knows. */
  proof: string;
}

/** Accounts in the order in which they were added; of several of one name the last counts, and one of each provider is active. */
export function accountsIn(document: StoreDocument): StoredAccount[] {
  const found = new Map<string, StoredAccount>();
  for (const entry of listOf(document.accounts)) {
    const account = accountOf(entry);
    if (account !== undefined) found.set(JSON.stringify(idOf(account)), account);
  }
  const all = [...found.values()];
  return all.map((one) => ({ ...one, active: one === activeOf(one.provider, all) }));
}

function activeOf(provider: string, all: readonly StoredAccount[]): StoredAccount | undefined {
  const own = all.filter((one) => one.provider === provider);
  return own.findLast(({ active }) => active) ?? own.at(-1);
}

/** How many entries are none that this version understands. */
export function unknownIn(document: StoreDocument): number {
  const accounts = listOf(document.accounts).filter((entry) => accountOf(entry) === undefined);
  return accounts.length + listOf(document.trusted).filter((entry) => !isTrusted(entry)).length;
}

export function lockIn({ passphrase }: StoreDocument): Lock | undefined {
  if (!isRecord(passphrase)) return undefined;
  const { salt, cost, proof } = passphrase;
  const isLock = isText(salt) && typeof cost === "number" && isText(proof);
  return isLock ? { salt, cost, proof } : undefined;
}

/** What is kept of an account, replaced: everything else about it, and its place, stay. */
export function withKept(
  document: StoreDocument,
  { provider, account, kept, signedIn }: StoredAccount,
): StoreDocument {
  const accounts = listOf(document.accounts).map((entry) => {
    if (!isThe(entry, { provider, account })) return entry;
    const { secret: _, sealed: __, keychain: ___, ...index } = entry as Record<string, unknown>;
    return { ...index, ...(signedIn && { signedIn }), ...kept };
  });
  return { ...document, accounts };
}

/** Adds an account as the active one of its provider, in place of one of the same name. */
export function withAccount(document: StoreDocument, added: StoredAccount): StoreDocument {
  const { kept, ...index } = added;
  const others = listOf(document.accounts).filter((entry) => !isThe(entry, added));
  const accounts = [...others, { ...index, ...kept }];
  return activated({ ...document, accounts }, added);
}

export function withoutAccount(
  document: StoreDocument,
  gone: Pick<StoredAccount, "provider" | "account">,
): StoreDocument {
  const accounts = listOf(document.accounts).filter((entry) => !isThe(entry, gone));
  const { passphrase, ...others } = document;
  const left = { ...others, accounts };
  // nothing is left that it opens
  const isLocked = accounts.some((entry) => accountOf(entry) === undefined || isSealed(entry));
  return isLocked && passphrase !== undefined ? { ...left, passphrase } : left;
}

/** Marks one account of a provider as the one that counts. */
export function activated(
  document: StoreDocument,
  { provider, account }: Pick<StoredAccount, "provider" | "account">,
): StoreDocument {
  const accounts = listOf(document.accounts).map((entry) => {
    const one = accountOf(entry);
    if (one === undefined || one.provider !== provider) return entry;
    return { ...(entry as object), active: one.account === account };
  });
  return { ...document, accounts };
}

/** Every name under which the keychain has a key for an account, also for one that another of its name hides. */
export function inKeychain({ accounts }: StoreDocument): string[] {
  return listOf(accounts).flatMap((entry) => {
    const kept = accountOf(entry)?.kept;
    return kept !== undefined && "keychain" in kept ? [kept.keychain] : [];
  });
}

/** Names under which the keychain may have a key that no account speaks of: it is on its way there, or out of it. */
export function leftIn({ keychainLeft }: StoreDocument): string[] {
  return listOf(keychainLeft).filter(isText);
}

export function withLeft(document: StoreDocument, names: readonly string[]): StoreDocument {
  const { keychainLeft: _, ...others } = document;
  return names.length === 0 ? others : { ...others, keychainLeft: [...new Set(names)] };
}

/** Origins that the person trusted with a provider's credentials. */
export function trustedIn(document: StoreDocument): { provider: string; origin: string }[] {
  return listOf(document.trusted)
    .filter(isTrusted)
    .map(({ provider, origin }) => ({ provider, origin }));
}

export function withTrusted(
  document: StoreDocument,
  added: { provider: string; origin: string; addedAt: string },
): StoreDocument {
  const { trusted } = withoutTrusted(document, added);
  return { ...document, trusted: [...listOf(trusted), added] };
}

export function withoutTrusted(
  document: StoreDocument,
  gone: { provider: string; origin: string },
): StoreDocument {
  const trusted = listOf(document.trusted).filter(
    (entry) =>
      !isTrusted(entry) || entry.provider !== gone.provider || entry.origin !== gone.origin,
  );
  return { ...document, trusted };
}

function accountOf(entry: unknown): StoredAccount | undefined {
  if (!isRecord(entry)) return undefined;
  const { provider, account, active, lastFour, addedAt, version } = entry;
  const { secret, sealed, command, keychain, env, confirmed } = entry;
  const signedIn = signedInOf(entry.signedIn);
  // what is kept of it would be taken for a key
  if (signedIn === undefined && entry.signedIn !== undefined) return undefined;
  if (!isText(provider) || !isText(account) || version !== undefined) return undefined;
  const kept = isText(secret)
    ? { secret }
    : isText(sealed)
      ? { sealed }
      : isCommand(command)
        ? { command }
        : isText(keychain)
          ? { keychain }
          : isText(env)
            ? { env }
            : undefined;
  return (
    kept && {
      provider,
      account,
      active: active === true,
      lastFour: isText(lastFour) ? lastFour.slice(-4) : null,
      addedAt: isText(addedAt) ? addedAt : null,
      ...(confirmed === true && { confirmed }),
      ...(signedIn && { signedIn }),
      kept,
    }
  );
}

function signedInOf(value: unknown): SignedIn | undefined {
  if (!isRecord(value) || !isText(value.host)) return undefined;
  if (readUrl(value.host)?.origin !== value.host) return undefined;
  const { host, expiresAt, endsAt } = value;
  return {
    host,
    expiresAt: isText(expiresAt) ? expiresAt : null,
    endsAt: isText(endsAt) ? endsAt : null,
  };
}

function isCommand(value: unknown): value is readonly string[] {
  return Array.isArray(value) && isText(value[0]) && value.every((one) => typeof one === "string");
}

function isThe(entry: unknown, { provider, account }: Pick<StoredAccount, "provider" | "account">) {
  const one = accountOf(entry);
  return one !== undefined && one.provider === provider && one.account === account;
}

function idOf({ provider, account }: StoredAccount): string[] {
  return [provider, account];
}

function isSealed(entry: unknown): boolean {
  const one = accountOf(entry);
  return one !== undefined && "sealed" in one.kept;
}

function isTrusted(entry: unknown): entry is { provider: string; origin: string } {
  return isRecord(entry) && isText(entry.provider) && isText(entry.origin);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
