import type { Secret } from "../../credentials/secret.ts";
import {
  accountsIn,
  activated,
  lockIn,
  type StoreDocument,
  type StoredAccount,
  withAccount,
} from "../../credentials/store/document.ts";
import type { ChosenStore } from "../../credentials/store/choose-store.ts";
import {
  isUnusable,
  type KeychainChanges,
  newKeychainName,
} from "../../credentials/store/in-keychain.ts";
import { sealed, secretOf, unlock } from "../../credentials/store/sealed.ts";
import { isMain, type FoundSecret } from "./found-secrets.ts";
import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";

/** A secret and the account that it is kept as. */
export interface MovedAccount {
  provider: string;
  account: string;
  field: string;
  lastFour: string | null;
  isThere: boolean;
}

type Sealing = Parameters<typeof secretOf>[0] & Pick<System, "clock" | "codec">;

interface Found extends Omit<FoundSecret, "provider"> {
  /** By its id. */
  provider: string;
}

interface Asked {
  found: readonly Found[];
  addedAt: string;
  passphrase: string | undefined;
  /** Asked once, where there is something to keep. */
  choose: () => Promise<ChosenStore["store"]>;
  /** Whether what cannot be opened is another key than any that is to be kept. */
  isFileMeant: boolean;
  keychain: KeychainChanges["added"];
  /** Whether it is only to be said what would be kept: nothing has to be opened then. */
  isDry: boolean;
}

/** Adds what is not kept yet. What is there is never put aside: another key of that name gets a name of its own. */
export async function withMoved(
  machine: Sealing,
  document: StoreDocument,
  { found, addedAt, passphrase, isDry, ...places }: Asked,
): Promise<{ document: StoreDocument; moved: MovedAccount[] }> {
  const lock = lockIn(document);
  const ask = async (): Promise<string | undefined> => passphrase;
  const isShut = lock !== undefined && isDry && passphrase === undefined;
  const key = lock === undefined || isShut ? undefined : await unlock(machine, lock, ask);
  const moved: MovedAccount[] = [];
  let now = document;
  for (const one of found) {
    const { provider, field, secret } = one;
    const own = accountsIn(now).filter((account) => account.provider === provider);
    const open = async (account: StoredAccount): Promise<Secret | undefined> => {
      if (isShut && "sealed" in account.kept) return undefined;
      if ("keychain" in account.kept && account.lastFour !== secret.lastFour) return undefined;
      return secretOf(machine, now, account, ask).catch((error: unknown) => {
        if ("keychain" in account.kept && isOther(error, isDry || places.isFileMeant))
          return undefined;
        throw error;
      });
    };
    const same = await sameIn(own, secret, open);
    const account = same?.account ?? freeName(isMain(one) ? "default" : nameFor(field), own);
    const { lastFour } = secret;
    moved.push({ provider, account, field, lastFour, isThere: same !== undefined });
    if (same !== undefined) continue;
    const active = own.find((other) => other.active);
    const index = { provider, account, active: true, lastFour, addedAt };
    const store = await places.choose();
    const name = newKeychainName(machine.codec, index);
    if (store === "keychain") places.keychain.set(name, secret);
    const plain: StoredAccount = { ...index, kept: { secret: secret.reveal() } };
    const inFile = key === undefined ? plain : sealed(key, plain, secret.reveal());
    now = withAccount(now, store === "keychain" ? { ...index, kept: { keychain: name } } : inFile);
    if (active !== undefined) now = activated(now, active);
  }
  return { document: now, moved };
}

/** Whether a key of the keychain is another one for all that can be said: it is gone, or shut and need not be opened. */
function isOther(error: unknown, isShutOther: boolean): boolean {
  const isGone = error instanceof ModelForgeError && error.code === "credential.missing";
  return isGone || (isShutOther && isUnusable(error));
}

/** The account that holds the same already; what stands elsewhere is not looked up. */
async function sameIn(
  accounts: readonly StoredAccount[],
  secret: Secret,
  open: (account: StoredAccount) => Promise<Secret | undefined>,
): Promise<StoredAccount | undefined> {
  for (const account of accounts) {
    if ("command" in account.kept || "env" in account.kept) continue;
    const other = await open(account);
    if (other !== undefined && other.reveal() === secret.reveal()) return account;
  }
  return undefined;
}

/** `refresh_token` → `refresh-token` */
function nameFor(field: string): string {
  const name = field.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
  return name.replace(/^[^a-z0-9]+/, "").slice(0, 60) || "other";
}

function freeName(name: string, own: readonly StoredAccount[]): string {
  const base = name === "default" ? "migrated" : name;
  const names = [
    name,
    ...Array.from({ length: own.length + 1 }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`)),
  ];
  return names.find((one) => own.every(({ account }) => account !== one)) ?? name;
}
