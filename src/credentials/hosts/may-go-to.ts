import { ownEntry } from "../../catalog/words/own-entry.ts";
import { isThisMachine } from "../../system/this-machine.ts";
import { ownVariables } from "../from-environment.ts";
import { isHostOf } from "./is-host-of.ts";
import { type HostRow, hostTable } from "./table.ts";
import type { Filling } from "./template.ts";

/** A credential by where it is held, not by who asks for it. */
export interface Holder {
  /** Whose account it is, or who asks for the variable. */
  provider: string;
  /** The variable that holds it; absent: it is an account that was stored. */
  variable?: string | undefined;
  /** Origins that it was got for; absent: it is the table that says where it goes, and the person. */
  only?: readonly string[] | undefined;
}

/** An origin that the person confirmed: `http://10.0.0.5:8000` */
export interface TrustedOrigin {
  provider: string;
  origin: string;
}

export interface Trusting extends Filling {
  trusted: readonly TrustedOrigin[];
}

/** Why a credential may not go somewhere. */
export type Refusal = "host" | "elsewhere" | "not-encrypted" | "not-http" | "names-somebody";

/**
 * Whether a credential may be sent to an address: to the hosts of the one table, and to origins that the person trusted.
 * What counts is scheme, host and port.
 */
export function mayGoTo(holder: Holder, url: URL, trusting: Trusting): Refusal | "allowed" {
  if (url.protocol !== "https:" && url.protocol !== "http:") return "not-http";
  // a name and a password in an address are sent as well, and show another host than the one meant
  if (url.username !== "" || url.password !== "") return "names-somebody";
  const origin = originOf(url);
  if (holder.only !== undefined) {
    if (url.protocol === "http:" && !isThisMachine(url.hostname)) return "not-encrypted";
    return holder.only.includes(origin) ? "allowed" : "elsewhere";
  }
  const owners = ownersOf(holder);
  const isTrusted = trusting.trusted.some(
    (one) => one.origin === origin && owners.includes(one.provider),
  );
  if (isTrusted) return "allowed";
  const hosts = rowsOf(holder).flatMap((row) => row.hosts);
  if (hosts.some((host) => isHostOf(host, url, trusting))) return "allowed";
  return url.protocol === "http:" && !isThisMachine(url.hostname) ? "not-encrypted" : "host";
}

/** Scheme, host and port as they are compared; one dot behind a name means the same host. */
export function originOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, "");
  return `${url.protocol}//${host}${url.port === "" ? "" : `:${url.port}`}`;
}

/** The providers in whose name an origin can be trusted with it. */
export function ownersOf(holder: Holder): string[] {
  const known = providersOf(holder);
  return known.length > 0 ? known : [holder.provider];
}

/** Where it belongs, as the table has it: `api.openai.com`. */
export function hostsOf(holder: Holder): string[] {
  if (holder.only !== undefined) return holder.only.map((origin) => new URL(origin).host);
  const hosts = rowsOf(holder).flatMap((row) => row.hosts);
  const shown = hosts.map((host) =>
    typeof host === "string" ? host : `\${${host.variable}} below ${host.suffixes.join(", ")}`,
  );
  return [...new Set(shown)];
}

function rowsOf(holder: Holder): HostRow[] {
  return providersOf(holder).flatMap((provider) => ownEntry(hostTable, provider) ?? []);
}

/** A variable is its owners', whoever names it: a provider of a catalog may name any. */
function providersOf({ provider, variable }: Holder): string[] {
  if (variable === undefined) return ownEntry(hostTable, provider) === undefined ? [] : [provider];
  return Object.entries(hostTable)
    .filter(([id, { secrets }]) => secrets.includes(variable) || isOwnVariable(id, variable))
    .map(([id]) => id);
}

/** Whether a variable is known as that of some provider. */
export function hasOwner(variable: string): boolean {
  return providersOf({ provider: "", variable }).length > 0;
}

function isOwnVariable(provider: string, variable: string): boolean {
  return variable.startsWith("MODELFORGE_") && ownVariables(provider).includes(variable);
}
