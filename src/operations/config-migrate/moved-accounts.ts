import type { Secret } from "../../credentials/secret.ts";
import {
  accountsIn,
  activated,
  lockIn,
  type StoreDocument,
  type StoredAccount,
  withAccount,
} from "../../credentials/store/document.ts";
import { sealed, secretOf, unlock } from "../../credentials/store/sealed.ts";
import { isMain, type FoundSecret } from "./found-secrets.ts";
import type { System } from "../../system/ports.ts";

/** A secret and the account that it is kept as. */
export interface MovedAccount {
  provider: string;
  account: string;
  field: string;
  lastFour: string | null;
  isThere: boolean;
}

type Sealing = Parameters<typeof secretOf>[0] & Pick<System, "clock">;

interface Found extends Omit<FoundSecret, "provider"> {
  /** By its id. */
  provider: string;
}

interface Asked {
  found: readonly Found[];
  addedAt: string;
  passphrase: string | undefined;
  /** Whether it is only to be said what would be kept: nothing has to be opened then. */
  isDry: boolean;
}

/** Adds what is not kept yet. What is there is never put aside: another key of that name gets a name of its own. */
export async function withMoved(
  machine: Sealing,
  document: StoreDocument,
  { found, addedAt, passphrase, isDry }: Asked,
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
    const same = await sameIn(own, secret, (account) =>
      isShut && "sealed" in account.kept
        ? Promise.resolve(undefined)
        : secretOf(machine, now, account, ask),
    );
    const account = same?.account ?? freeName(isMain(one) ? "default" : nameFor(field), own);
    const { lastFour } = secret;
    moved.push({ provider, account, field, lastFour, isThere: same !== undefined });
    if (same !== undefined) continue;
    const active = own.find((other) => other.active);
    const index = { provider, account, active: true, lastFour, addedAt };
    const open: StoredAccount = { ...index, kept: { secret: secret.reveal() } };
    now = withAccount(now, key === undefined ? open : sealed(key, open, secret.reveal()));
    if (active !== undefined) now = activated(now, active);
  }
  return { document: now, moved };
}

/** The account that holds the same already; what only a command tells is asked of none. */
async function sameIn(
  accounts: readonly StoredAccount[],
  secret: Secret,
  open: (account: StoredAccount) => Promise<Secret | undefined>,
): Promise<StoredAccount | undefined> {
  for (const account of accounts) {
    if ("command" in account.kept) continue;
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
