import { type FailureCode, failures } from "../../failure.ts";
import { carriesSecret } from "../../system/address.ts";

interface StatusMeaning {
  code: FailureCode;
  message: string;
  hint: string;
}

const retryableStatuses = [408 /* timeout */, 425 /* too early */];
const wait = "try again later";

/** What a status other than 200 and 304 says. */
export function describeStatus(
  status: number,
  url: URL,
  retryAfterMs: number | undefined,
): StatusMeaning {
  const { host } = url;
  const after =
    retryAfterMs === undefined ? "" : ` and asks to wait ${Math.ceil(retryAfterMs / 1000)} s`;
  if (status === 429) {
    return {
      code: "network.rate-limited",
      message: `${host} answers 429, too many requests${after}`,
      hint: wait,
    };
  }
  if (status === networkLogin) {
    return {
      code: "network.refused",
      message: `${host} answers 511: this network wants a login before it lets anything through`,
      hint: "open any page in a browser, log in, and try again",
    };
  }
  if (status >= 500 || retryableStatuses.includes(status)) {
    return {
      code: "network.server-failed",
      message: `${host} answers ${status}${after}`,
      hint: wait,
    };
  }
  return {
    code: "network.refused",
    message: `${host} answers ${status}`,
    hint: hintFor(status, url),
  };
}

/** Sent in the place of a host by networks of hotels, trains and airports (RFC 6585). */
const networkLogin = 511;

function hintFor(status: number, url: URL): string {
  if (status === 407) {
    return "a proxy in front of the server wants credentials; those of your own proxy belong into HTTPS_PROXY";
  }
  if (status === 401 || status === 403) {
    return carriesSecret(url)
      ? "correct the credentials in MODELFORGE_URL; they were sent once only, for asking again can lock an account"
      : "the server wants credentials: MODELFORGE_URL takes them as https://name:password@host";
  }
  if (status === 400 && url.protocol === "http:") {
    return "if that port speaks TLS, write https:// in MODELFORGE_URL";
  }
  return "check that MODELFORGE_URL points at a models.dev catalog";
}

export function isRetryable(code: FailureCode): boolean {
  return failures[code].retryable;
}

/**
 * `Retry-After` in seconds or as a date → milliseconds from now; undefined where it is neither. A date is by the server's
 * clock, which its `Date` tells; this machine's may be another.
 */
export function retryAfterMs(
  header: string | undefined,
  now: number,
  serverDate = "",
): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = readHttpDate(text);
  if (date === undefined) return undefined;
  return Math.max(0, date - (readHttpDate(serverDate.trim()) ?? now));
}

function readHttpDate(text: string): number | undefined {
  // Date.parse takes -5 and 1.5 for years
  if (!/^(sun|mon|tue|wed|thu|fri|sat)[a-z]*,? /i.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}
