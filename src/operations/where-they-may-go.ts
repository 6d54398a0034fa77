import type { Leaf } from "../config/layers.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import { originOf, type Trusting } from "../credentials/hosts/may-go-to.ts";
import { trustedIn } from "../credentials/store/document.ts";
import { type ReadingStore, readStore } from "../credentials/store/read-store.ts";
import { trustingOf } from "../credentials/where-to.ts";
import { ownAddress } from "../providers/own-address.ts";
import { declaredBy } from "./declared-by.ts";

/** Whether a credential may go where a configuration says that its provider is called. `own`: what it says of providers. */
export async function whereTheyMayGo(
  machine: ReadingStore,
  own: readonly Leaf[],
  environment: AtHand,
): Promise<NonNullable<AtHand["mayGo"]>> {
  const trusting = await trustingWith(machine, own, environment);
  const addresses = calledAt(own);
  return (provider, variable) => {
    const address = addresses.get(provider);
    if (address === undefined) return true;
    return ownAddress({ provider, variable }, address, trusting).verdict === "allowed";
  };
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
