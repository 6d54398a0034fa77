import { ownEntry } from "../catalog/words/own-entry.ts";
import { mayGoTo, type Trusting } from "./hosts/may-go-to.ts";
import { hostTable } from "./hosts/table.ts";

/**
 * Whose credential it is that another program used for an address under a name: the named provider's where its credentials
 * may go there, else that of whoever's host it is, else that of a provider of the person's own. `folded`: as ids are written.
 */
export function ownerOfAddress(
  folded: string,
  address: string | undefined,
  trusting: Trusting,
): string {
  const isKnown = ownEntry(hostTable, folded) !== undefined;
  const url = address === undefined ? undefined : urlIn(address);
  if (url === undefined) return folded;
  const takes = (provider: string) => mayGoTo({ provider }, url, trusting) === "allowed";
  if (takes(folded)) return folded;
  const theirs = Object.keys(hostTable).find((id) => url.protocol === "https:" && takes(id));
  if (theirs !== undefined) return theirs;
  // a key for somebody's gateway is none that the known provider is to get
  return isKnown ? `${folded}-${url.host.replace(/[^a-z0-9.-]+/g, "-")}`.slice(0, 64) : folded;
}

/** Whether credentials of a provider may go to an address as things are; one that is none counts as that. */
export function isReached(provider: string, address: string, trusting: Trusting): boolean {
  const url = urlIn(address);
  return url === undefined || mayGoTo({ provider }, url, trusting) === "allowed";
}

/** The origin of an address, for the command that trusts it. */
export function originIn(address: string): string | undefined {
  return urlIn(address)?.origin;
}

function urlIn(address: string): URL | undefined {
  try {
    return new URL(address.trim());
  } catch {
    return undefined;
  }
}
