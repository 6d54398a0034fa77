import {
  type Holder,
  mayGoTo,
  type Refusal,
  type Trusting,
} from "../credentials/hosts/may-go-to.ts";
import { fillAddress } from "../credentials/hosts/template.ts";
import { isPrivateHost } from "../system/this-machine.ts";
import { readUrl } from "../system/url.ts";

/** An address as a person wrote it for a provider, filled. */
export interface OwnAddress {
  /** Undefined where something is missing in it, or where it is none. */
  url: URL | undefined;
  /** Whether a credential may go there. */
  verdict: Refusal | "allowed" | undefined;
}

export function ownAddress(holder: Holder, address: string, trusting: Trusting): OwnAddress {
  const { text } = fillAddress(holder.provider, address, trusting);
  const url = text === undefined ? undefined : readUrl(text);
  return { url, verdict: url && mayGoTo(holder, url, trusting) };
}

/** Whether it can be an address of the web, whatever its variables say. */
export function isAddress(address: string): boolean {
  const written = address.startsWith("${") ? `https://${address}` : address;
  return /^https?:$/.test(readUrl(written.replace(/\$\{\w+\}/g, "x"))?.protocol ?? "");
}

/** Whether it is a server on this machine or in a network of the person's own. */
function isOnesOwn({ hostname }: URL): boolean {
  return isPrivateHost(hostname);
}

/** Whether it is called at a server of one's own, which takes calls without a credential. */
export function isOpenAt({ url, verdict }: OwnAddress): boolean {
  if (url === undefined || verdict === "names-somebody" || verdict === "not-http") return false;
  return isOnesOwn(url);
}

/** Whether nobody between here and there can read along, or all who can are in a network of the person's own. */
export function isUnread(url: URL): boolean {
  return url.protocol === "https:" || isOnesOwn(url);
}
