import type { Leaf } from "../config/layers.ts";
import { type AtHand, ownVariables } from "../credentials/from-environment.ts";
import { originOf, type Trusting } from "../credentials/hosts/may-go-to.ts";
import { accountThatCounts, holderOfStored, overSince, valueIn } from "../credentials/find.ts";
import { hasOwner, type Holder } from "../credentials/hosts/may-go-to.ts";
import { accountsIn, type StoredAccount, trustedIn } from "../credentials/store/document.ts";
import { type ReadingStore, readStore } from "../credentials/store/read-store.ts";
import { trustingOf, whereTo } from "../credentials/where-to.ts";
import type { Clock } from "../system/ports.ts";
import { isOpenAt, ownAddress } from "../providers/own-address.ts";
import { declaredBy } from "./declared-by.ts";

/**
 * Whether a credential may go where a configuration says that its provider is called, or where it goes by itself. `own`: what
 * it says of providers.
 */
export async function whereTheyMayGo(
  machine: ReadingStore,
  own: readonly Leaf[],
  environment: AtHand,
): Promise<Required<Pick<AtHand, "mayGo" | "isOpen" | "whyNowhere">>> {
  const trusting = await trustingWith(machine, own, environment);
  const addresses = calledAt(own);
  const counting = await countingIn(machine);
  const holder = (provider: string, variable: string | undefined): Holder => {
    const isKept =
      variable !== undefined &&
      ownVariables(provider).includes(variable) &&
      valueIn(machine.environment, variable) === undefined;
    const stored = isKept ? counting.find((one) => one.provider === provider) : undefined;
    if (stored !== undefined) return holderOfStored(stored);
    return variable === undefined || !hasOwner(variable) ? { provider } : { provider, variable };
  };
  return {
    mayGo: (provider, variable) => {
      const address = addresses.get(provider);
      if (address === undefined) return true;
      return ownAddress(holder(provider, variable), address, trusting).verdict === "allowed";
    },
    isOpen: (provider) => {
      const address = addresses.get(provider);
      return address !== undefined && isOpenAt(ownAddress({ provider }, address, trusting));
    },
    whyNowhere: (provider, variable) =>
      addresses.has(provider) ? null : whereTo(holder(provider, variable), trusting).why,
  };
}

/** Of each provider the account that counts. */
async function countingIn(machine: ReadingStore): Promise<StoredAccount[]> {
  const accounts = accountsIn((await readStore(machine)).document);
  return [...new Set(accounts.map(({ provider }) => provider))].flatMap((provider) => {
    const own = accounts.filter((one) => one.provider === provider);
    return accountThatCounts(own, machine.environment) ?? [];
  });
}

/** The providers whose account that counts can be used: what it refers to is there, and no sign-in is over. */
export async function storedThatCount(machine: ReadingStore & { clock: Clock }): Promise<string[]> {
  const now = machine.clock.now();
  return (await countingIn(machine)).flatMap((one) => {
    const isThere = !("env" in one.kept) || valueIn(machine.environment, one.kept.env);
    return isThere && overSince(one, now) === null ? [one.provider] : [];
  });
}

/**
 * The origin that a configuration says for a provider, where a key of it that is stored does not go. `own`: what it says of
 * providers.
 */
export async function closedOrigin(
  machine: ReadingStore,
  own: readonly Leaf[],
  having: AtHand,
  provider: string,
): Promise<string | undefined> {
  const address = calledAt(own).get(provider);
  if (address === undefined) return undefined;
  const trusting = await trustingWith(machine, own, having);
  const { url, verdict } = ownAddress({ provider }, address, trusting);
  return url !== undefined && (verdict === "host" || verdict === "not-encrypted")
    ? originOf(url)
    : undefined;
}

/** The addresses that a configuration says, by provider. `own`: what it says of providers. */
export function calledAt(own: readonly Leaf[]): Map<string, string> {
  return new Map(
    own.flatMap(({ path: [, provider = "", part], value }) =>
      part === "baseUrl" ? [[provider, String(value).trim()]] : [],
    ),
  );
}

/** What decides where credentials go, with the origins that the person trusted and what their configuration says. */
export async function trustingWith(
  machine: ReadingStore,
  own: readonly Leaf[],
  environment: AtHand,
): Promise<Trusting> {
  const { document } = await readStore(machine);
  return { ...trustingOf(environment, trustedIn(document)), declares: declaredBy(own) };
}
