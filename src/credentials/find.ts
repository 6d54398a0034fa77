import { ownEntry } from "../catalog/words/own-entry.ts";
import type { Environment } from "../system/ports.ts";
import { alternativesOf, isSetForOtherReasons, ownVariables } from "./from-environment.ts";
import type { Holder } from "./hosts/may-go-to.ts";
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

type Reading = Pick<Environment, "get">;

/**
 * All there is for a provider, in the order in which it counts: our own variables, the provider's own, the store. What
 * is blank is not there.
 */
export function findCredentials(
  provider: string,
  accounts: readonly StoredAccount[],
  environment: Reading,
  { account }: AccountWanted = {},
): FoundCredential[] {
  const inVariables = account === undefined ? fromVariables(provider, environment) : [];
  const own = accounts.filter((one) => one.provider === provider);
  const wanted = account ?? environment.get("MODELFORGE_ACCOUNT");
  const chosen = own.find((one) => one.account === wanted);
  const counts = chosen ?? (account === undefined ? own.find(({ active }) => active) : undefined);
  const stored = own.map((one) => ({
    provider,
    account: one.account,
    variables: [],
    stored: one,
    active: one === counts,
    missing: "env" in one.kept && !valueIn(environment, one.kept.env) ? [one.kept.env] : [],
  }));
  const all = [...inVariables, ...stored];
  const first =
    inVariables.find(({ missing }) => missing.length === 0) ?? stored.find((one) => one.active);
  return all.map((one) => ({ ...one, active: one === first }));
}

function fromVariables(provider: string, environment: Reading): FoundCredential[] {
  const groups = [...ownVariables(provider).map((name) => [name]), ...groupsOf(provider)];
  return groups.flatMap((names) => {
    const missing = names.filter((name) => valueIn(environment, name) === undefined);
    if (missing.length === names.length) return [];
    const variables = names.filter((name) => !missing.includes(name));
    return [{ provider, account: null, variables, stored: null, active: false, missing }];
  });
}

/** The variables of a provider that are alternatives of each other, those together that are needed together. */
function groupsOf(provider: string): readonly (readonly string[])[] {
  const secrets = ownEntry(hostTable, provider)?.secrets ?? [];
  return alternativesOf(provider) ?? secrets.map((name) => [name]);
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

/** Whose it is, for what decides where it may go. */
export function holderOf({ provider, variables }: FoundCredential): Holder {
  return { provider, variable: variables[0] };
}

/** The one place of its kind in a name for a person: `env:OPENAI_API_KEY`, `keychain`, `file`, `command`. */
export function sourceOf({ variables, stored }: FoundCredential): string {
  if (variables.length > 0) return `env:${variables[0]}`;
  if (stored === null) return "file";
  return "env" in stored.kept ? `env:${stored.kept.env}` : storeOf(stored);
}
