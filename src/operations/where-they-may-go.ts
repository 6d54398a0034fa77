import type { Leaf } from "../config/layers.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import type { Trusting } from "../credentials/hosts/may-go-to.ts";
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
