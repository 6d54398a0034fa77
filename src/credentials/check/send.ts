import { isKeptOut } from "../../catalog/words/kept-out.ts";
import { beginningOf } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Http, HttpLimits, HttpResponse } from "../../system/ports.ts";
import { hostUntrusted } from "../hosts/host-untrusted.ts";
import { type Holder, mayGoTo, type Trusting } from "../hosts/may-go-to.ts";
import { isThisMachine } from "../../system/this-machine.ts";
import type { Secret } from "../secret.ts";
import type { Style } from "./listing.ts";
import { filledHeaders, type OwnHeader, plainHeaders } from "./own-headers.ts";

export interface SentRequest {
  url: URL;
  /** How it was written, with its variables: what they hold is not repeated. */
  address: string;
  limits: HttpLimits;
  userAgent: string;
  /** What is said there; absent: it is only asked. */
  form?: string | undefined;
  /** What the configuration has sent besides. */
  headers?: readonly OwnHeader[];
  signal?: AbortSignal | undefined;
}

/** A credential on its way: whose it is, how it stands in the request, and where it may go. */
export interface Carried {
  /** Undefined where it stands in the form. */
  secret: Secret | undefined;
  holder: Holder;
  style: Style;
  trusting: Trusting;
}

/**
 * Sends a request with a credential, or without one. This is the one place from which one leaves: it is compared with the
 * address here, and no redirect is followed.
 *
 * Throws `credential.host-untrusted` before anything is sent, and what the http port throws.
 */
export async function send(
  http: Pick<Http, "get" | "post">,
  { url, address, limits, userAgent, form, headers: own = [], signal }: SentRequest,
  carried: Carried | undefined,
): Promise<HttpResponse> {
  if (holdsSecret(url)) throw secretInside(address);
  const credential = carried === undefined ? {} : headersWith(carried, url, address);
  const request = {
    url,
    headers: {
      // of two of one name what is sent anyway counts
      ...(carried === undefined ? plainHeaders(own) : filledWith(own, carried, url, address)),
      accept: "application/json",
      "accept-encoding": "br, gzip",
      "user-agent": userAgent,
      ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      ...credential,
    },
    limits,
    ...(signal === undefined ? {} : { signal }),
  };
  return form === undefined ? http.get(request) : http.post({ ...request, body: form });
}

function filledWith(
  own: readonly OwnHeader[],
  { secret, holder, trusting }: Carried,
  url: URL,
  address: string,
): Record<string, string> {
  if (own.length === 0 || secret === undefined) return {};
  return filledHeaders(own, { key: secret.reveal(), holder, trusting, url, address });
}

function headersWith(
  { secret, holder, style, trusting }: Carried,
  url: URL,
  address: string,
): Record<string, string> {
  const verdict = mayGoTo(holder, url, trusting);
  if (verdict !== "allowed") throw hostUntrusted(holder, url, verdict, address);
  if (isSeenOnTheWay(url, trusting)) throw seenByProxy(url);
  return secret === undefined ? {} : headers[style](secret.reveal());
}

/** What is not encrypted is read by the proxy it goes through. */
function isSeenOnTheWay({ protocol, hostname }: URL, { valueOf }: Trusting): boolean {
  if (protocol !== "http:" || isThisMachine(hostname)) return false;
  return ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"].some(
    (name) => valueOf(name) !== undefined,
  );
}

function seenByProxy({ host }: URL): ModelForgeError {
  return new ModelForgeError("credential.host-untrusted", {
    message: `no credential is sent to http://${host} while a proxy is set: the proxy would read it`,
    hint: "unset HTTP_PROXY and ALL_PROXY for this, or reach the server by https",
    details: { host, reason: "proxy" },
  });
}

/** Whoever wrote the address: servers log addresses, and so do proxies. */
function holdsSecret({ href }: URL): boolean {
  return isKeptOut(href) || isKeptOut(decoded(href));
}

function decoded(href: string): string {
  return href.replaceAll(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      // half a character: no key has any
      return codes;
    }
  });
}

function secretInside(address: string): ModelForgeError {
  return new ModelForgeError("credential.host-untrusted", {
    message: `nothing is sent to ${beginningOf(address)}: a credential would stand in the address itself`,
    hint: "a credential is sent beside an address, never in it; look at the variables that it names",
    details: { address, reason: "secret-in-address" },
  });
}

const headers: Readonly<Record<Style, (key: string) => Record<string, string>>> = {
  bearer: (key) => ({ authorization: `Bearer ${key}` }),
  anthropic: (key) => ({ "x-api-key": key, "anthropic-version": "2023-06-01" }),
  google: (key) => ({ "x-goog-api-key": key }),
  azure: (key) => ({ "api-key": key }),
};
