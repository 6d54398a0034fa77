import type { Http, HttpLimits, HttpResponse } from "../../system/ports.ts";
import { hostUntrusted } from "../hosts/host-untrusted.ts";
import { type Holder, mayGoTo, type Trusting } from "../hosts/may-go-to.ts";
import type { Secret } from "../secret.ts";
import type { Style } from "./listing.ts";

export interface SentRequest {
  url: URL;
  limits: HttpLimits;
  userAgent: string;
  signal?: AbortSignal | undefined;
}

/** A credential on its way: whose it is, how it stands in the request, and where it may go. */
export interface Carried {
  secret: Secret;
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
  http: Pick<Http, "get">,
  { url, limits, userAgent, signal }: SentRequest,
  carried: Carried | undefined,
): Promise<HttpResponse> {
  return http.get({
    url,
    headers: {
      accept: "application/json",
      "accept-encoding": "br, gzip",
      "user-agent": userAgent,
      ...(carried === undefined ? {} : headersWith(carried, url)),
    },
    limits,
    ...(signal === undefined ? {} : { signal }),
  });
}

function headersWith(
  { secret, holder, style, trusting }: Carried,
  url: URL,
): Record<string, string> {
  const verdict = mayGoTo(holder, url, trusting);
  if (verdict !== "allowed") throw hostUntrusted(holder, url, verdict);
  return headers[style](secret.reveal());
}

const headers: Readonly<Record<Style, (key: string) => Record<string, string>>> = {
  bearer: (key) => ({ authorization: `Bearer ${key}` }),
  anthropic: (key) => ({ "x-api-key": key, "anthropic-version": "2023-06-01" }),
  google: (key) => ({ "x-goog-api-key": key }),
  azure: (key) => ({ "api-key": key }),
};
