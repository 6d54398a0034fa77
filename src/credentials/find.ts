import { ownEntry } from "../catalog/words/own-entry.ts";
import type { Environment } from "../system/ports.ts";
import {
  alternativesOf,
  isOfChain,
  isSetForOtherReasons,
  ownVariables,
} from "./from-environment.ts";
import { type Holder, hasOwner } from "./hosts/may-go-to.ts";
import { signInPlaces } from "./hosts/sign-in.ts";
import { hostTable } from "./hosts/table.ts";
import { type StoredAccount, storeOf } from "./store/document.ts";

/** A credential that was found, without the credential. */
export interface FoundCredential {
  provider: string;
  /** Null: it is in the environment. */
  account: string | null;
  /** The variables that hold it; of a pair both. */
  variables: readonly string[];
  stored: StoredAccount | null;
  /** How a cloud's own programs find it, `aws:profile/work`; null for all that is found here. */
  chain: string | null;
  /** Whether it is the one that would be used. */
  active: boolean;
  /** Variables that it is nothing without. */
  missing: readonly string[];
}

/** Which account is meant where there are several. */
export interface AccountWanted {
  /** Asked for on the line: then what the environment holds is not. */
  account?: string | undefined;
}

export interface Named {
  /** Variables that the person's own file says hold its key, behind those that it is known for. */
  named?: readonly string[] | undefined;
}

interface Known extends Named {
  /** What a cloud's own programs would find for it, behind all else. */
  chain?: string | null | undefined;
}

type Reading = Pick<Environment, "get">;

/**
 * All there is for a provider, in the order in which it counts: our own variables, the provider's own, the store. What
 * is blank is not there.
 */
export function findCredentials(
  provider: string,
  accounts: readonly StoredAccount[],
  environment: Reading,
  { account, chain = null, named = [] }: AccountWanted & Known = {},
): FoundCredential[] {
  const inVariables = account === undefined ? fromVariables(provider, environment, named) : [];
  const own = accounts.filter((one) => one.provider === provider);
  const counts = accountThatCounts(own, environment, account);
  const stored = own.map((one) => ({
    provider,
    account: one.account,
    variables: [],
    stored: one,
    chain: null,
    active: one === counts,
    missing: "env" in one.kept && !valueIn(environment, one.kept.env) ? [one.kept.env] : [],
  }));
  const seen =
    chain === null || account !== undefined
      ? []
      : [{ ...nothing, provider, variables: [], missing: [], chain }];
  const all = [...inVariables, ...stored, ...seen];
  const first =
    inVariables.find(({ missing }) => missing.length === 0) ??
    stored.find((one) => one.active) ??
    seen[0];
  return all.map((one) => ({ ...one, active: one === first }));
}

/** Of the accounts of a provider the one that counts: one that is asked for by its name, and no other then. */
export function accountThatCounts(
  own: readonly StoredAccount[],
  environment: Reading,
  account?: string,
): StoredAccount | undefined {
  const wanted = accountWanted(environment, account);
  return own.find((one) => (wanted === undefined ? one.active : one.account === wanted));
}

/** The name that is asked for, on the line or in the environment. */
export function accountWanted(environment: Reading, account?: string): string | undefined {
  return account ?? valueIn(environment, "MODELFORGE_ACCOUNT");
}

/** When a sign-in was over; null for one that is not. */
export function overSince({ signedIn }: StoredAccount, now: number): string | null {
  const endsAt = signedIn?.endsAt ?? null;
  return endsAt === null || Date.parse(endsAt) > now ? null : endsAt;
}

const nothing = { account: null, stored: null, chain: null, active: false };

function fromVariables(
  provider: string,
  environment: Reading,
  named: readonly string[],
): FoundCredential[] {
  const known = [...ownVariables(provider).map((name) => [name]), ...groupsOf(provider)];
  const others = named.filter((name) => !known.flat().includes(name));
  const groups = [...known, ...others.map((name) => [name])];
  return groups.flatMap((names) => {
    const missing = names.filter((name) => valueIn(environment, name) === undefined);
    if (missing.length === names.length) return [];
    const variables = names.filter((name) => !missing.includes(name));
    return [{ ...nothing, provider, variables, missing }];
  });
}

/** The variables of a provider that are alternatives of each other, those together that are needed together. */
function groupsOf(provider: string): readonly (readonly string[])[] {
  const secrets = ownEntry(hostTable, provider)?.secrets ?? [];
  const keys = secrets.filter((name) => !isOfChain(name));
  return alternativesOf(provider) ?? keys.map((name) => [name]);
}

/** Whether it counts although nobody said that it is meant for this provider. */
export function isMeant({ variables }: FoundCredential): boolean {
  return !variables.some(isSetForOtherReasons);
}

/** What a variable says; undefined where that is blank. */
export function valueIn({ get }: Reading, name: string): string | undefined {
  const value = get(name)?.trim();
  return value === "" ? undefined : value;
}

/** Whose it is, for what decides where it may go: a variable that nobody else has is whose the person says. */
export function holderOf({ provider, variables, stored }: FoundCredential): Holder {
  if (stored !== null) return holderOfStored(stored);
  const [variable] = variables;
  return variable === undefined || !hasOwner(variable) ? { provider } : { provider, variable };
}

/** The same of an account: a key that was got by signing in belongs to where that was. */
export function holderOfStored({ provider, signedIn }: StoredAccount): Holder {
  const only = signedIn && signInPlaces(provider, signedIn.host).keys;
  return only === undefined ? { provider } : { provider, only };
}

/** The one place of its kind in a name for a person: `env:OPENAI_API_KEY`, `keychain`, `aws:profile/work`. */
export function sourceOf({ variables, stored, chain }: FoundCredential): string {
  if (chain !== null) return chain;
  if (variables.length > 0) return `env:${variables[0]}`;
  if (stored === null) return "file";
  return "env" in stored.kept ? `env:${stored.kept.env}` : storeOf(stored);
}
