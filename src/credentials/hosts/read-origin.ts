import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import { isThisMachine } from "../../system/this-machine.ts";
import { originOf } from "./may-go-to.ts";

/**
 * The origin that a person means: of `proxy.example` the https one; of a URL scheme, host and port are what counts.
 *
 * Throws `usage.bad-value`. What holds a name or a password is not repeated.
 */
export function readOrigin(text: string): string {
  const given = text.trim();
  const url = urlIn(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  const isSecret = given.includes("@") || (url !== undefined && url.username !== "");
  const isOrigin =
    url !== undefined && /^https?:$/.test(url.protocol) && !isSecret && !given.includes("*");
  if (isOrigin && isHost(url.hostname)) return originOf(url);
  if (given.includes("*")) throw notOne(text);
  throw new ModelForgeError("usage.bad-value", {
    message: isSecret
      ? "an address to trust holds no name and no password"
      : `${said(text)} is no host, no host with a port and no URL`,
    hint: "write it like proxy.example, proxy.example:8443 or http://10.0.0.5:8000",
    details: { field: "address" },
  });
}

/** The same of a host to sign in at: by https, or on this machine. Throws `usage.bad-value`. */
export function readSignInHost(text: string): string {
  const origin = readOrigin(text);
  const { protocol, hostname } = new URL(origin);
  if (protocol === "https:" || isThisMachine(hostname)) return origin;
  throw new ModelForgeError("usage.bad-value", {
    message: `nobody signs in at ${origin}: whoever is on the way there could read what is got`,
    hint: "name a host that is reached by https, like octo.ghe.com",
    details: { field: "host" },
  });
}

function notOne(text: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${said(text)} is no single host: a credential goes to hosts that are trusted by their whole name`,
    hint: "name each host by itself: proxy.example, then proxy2.example",
    details: { field: "address" },
  });
}

/** A name of one word is a slip more often than a host: of those only this machine's counts. */
function isHost(hostname: string): boolean {
  return /[.:]/.test(hostname.replace(/\.$/, "")) || hostname === "localhost";
}

function urlIn(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
