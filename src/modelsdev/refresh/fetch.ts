import { ModelForgeError } from "../../failure.ts";
import type { Clock, Http, HttpLimits, HttpResponse } from "../../system/ports.ts";
import { isThisMachine } from "../../system/this-machine.ts";
import { readUrl } from "../../system/url.ts";
import { mayBeTorn, showAddress } from "../../system/address.ts";
import { describeStatus, isRetryable, retryAfterMs } from "./http-status.ts";
import { decoded } from "../source.ts";

export interface Fetching {
  url: URL;
  /** The ETag that came with the bytes we hold. */
  etag: string | undefined;
  userAgent: string;
  /** Steady time by which everything has to be over. */
  deadline: number;
  /** Milliseconds that lay before it when the first request was sent. */
  allowedMs: number;
  signal?: AbortSignal;
  onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

export type Fetched =
  | { status: "unchanged" }
  | {
      status: "changed";
      bytes: Uint8Array;
      /** The same as it came, where that was brotli. */
      brotli: Uint8Array | undefined;
      etag: string | undefined;
    };

const tries = 3;
const firstPauseMs = 250;
const longestRetryAfterMs = 8_000;
const mostRedirects = 3;
const mostDecodedBytes = 64 * 1024 * 1024;

/**
 * Fetches a JSON document, conditionally where an ETag is known: up to three tries with exponential backoff
 * and full jitter, `Retry-After` honoured while the deadline allows it, redirects within the same host only.
 *
 * Throws `network.*`, `catalog.not-json`, `catalog.broken`, `catalog.too-large`, `cancelled`.
 */
export async function fetchDocument(
  machine: { http: Http; clock: Clock },
  wanted: Fetching,
): Promise<Fetched> {
  let told: ModelForgeError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(machine, wanted);
    if (!(outcome instanceof Failed)) return outcome;
    const { error } = outcome;
    // a try that had less time than the one before says less
    told = told?.code === error.code && error.code === "network.timed-out" ? told : error;
    const pause = outcome.retryAfterMs ?? pauseBefore(attempt, machine.clock.random());
    const over = machine.clock.steady() + pause >= wanted.deadline;
    if (attempt === tries || !outcome.retryable || over) throw told;
    await machine.clock.wait(pause, wanted.signal);
  }
}

class Failed {
  readonly error: ModelForgeError;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(error: ModelForgeError, retryable: boolean, retryAfter?: number) {
    this.error = error;
    this.retryable = retryable;
    this.retryAfterMs = retryAfter;
  }
}

function pauseBefore(attempt: number, random: number): number {
  return random * firstPauseMs * 2 ** attempt;
}

async function attemptOnce(
  machine: { http: Http; clock: Clock },
  wanted: Fetching,
): Promise<Fetched | Failed> {
  try {
    const response = await follow(machine, wanted);
    if (response.status === 304 && wanted.etag !== undefined) {
      response.dispose();
      return { status: "unchanged" };
    }
    if (response.status !== 200) return refused(response, wanted, machine.clock.now());
    checkContentType(response, wanted.url);
    const bytes = await response.body();
    const etag = response.headers.get("etag");
    return { status: "changed", bytes, brotli: response.brotli(), etag };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    // the port knows hosts only
    error.details.url ??= showAddress(wanted.url);
    const { status } = error.details;
    // credentials are refused whatever the rest of the answer looks like, and not to be sent again
    if (error.code === "network.garbled" && (status === 401 || status === 403)) {
      return new Failed(ofStatus(status, wanted.url, undefined), false);
    }
    return new Failed(error, isRetryable(error.code));
  }
}

async function follow(
  machine: { http: Http; clock: Clock },
  wanted: Fetching,
): Promise<HttpResponse> {
  let { url } = wanted;
  for (let redirects = 0; ; redirects += 1) {
    const response = await machine.http.get({
      url,
      headers: headersFor(url, wanted),
      limits: limitsUntil(wanted, machine.clock.steady()),
      ...(wanted.signal === undefined ? {} : { signal: wanted.signal }),
      ...(wanted.onProgress === undefined ? {} : { onProgress: wanted.onProgress }),
    });
    const location = response.headers.get("location");
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
    if (!isRedirect || location === undefined) return response;
    response.dispose();
    url = redirectTarget(url, location, redirects);
  }
}

function headersFor(url: URL, { userAgent, etag }: Fetching): Record<string, string> {
  const credentials = `${decoded(url.username)}:${decoded(url.password)}`;
  return {
    accept: "application/json",
    "accept-encoding": "br, gzip",
    "user-agent": userAgent,
    ...(etag !== undefined && isSendable.test(etag) ? { "if-none-match": etag } : {}),
    ...(credentials === ":" ? {} : { authorization: `Basic ${base64(credentials)}` }),
  };
}

// a server may send what no request may hold: asking without it costs a download, asking with it the request
const isSendable = /^[\t\x20-\x7e]+$/;

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function limitsUntil({ deadline, allowedMs }: Fetching, now: number): HttpLimits {
  const totalMs = Math.max(1, Math.ceil(deadline - now));
  // half, so that a server that hangs leaves time for another try
  const partMs = Math.max(1, Math.ceil(totalMs / 2));
  return {
    connectMs: Math.min(5_000, partMs),
    idleMs: partMs,
    totalMs,
    allowedMs,
    decodedBytes: mostDecodedBytes,
  };
}

function redirectTarget(from: URL, location: string, redirects: number): URL {
  const target = readUrl(location, from.href);
  const sameHost = target?.host === from.host;
  const safe =
    target?.protocol === "https:" || (target !== undefined && isThisMachine(target.hostname));
  if (target !== undefined && sameHost && safe && redirects < mostRedirects) {
    target.username = from.username;
    target.password = from.password;
    return target;
  }
  // one that cannot be read whole may hold anything
  const to = showAddress(target === undefined || mayBeTorn(target) ? location : target);
  const isEndless = sameHost && safe;
  throw new ModelForgeError("network.redirected", {
    message: `${from.host} redirects to ${to}, which is not followed${isEndless ? ": too many redirects" : ""}`,
    hint: isEndless
      ? "it may send every request on for ever; point MODELFORGE_URL at the address where the catalog itself is"
      : "redirects are followed to the same host over https only; point MODELFORGE_URL at the final address if you trust it",
    details: { url: showAddress(from), location: to },
  });
}

function refused(response: HttpResponse, wanted: Fetching, now: number): Failed {
  response.dispose();
  const { status } = response;
  const { headers } = response;
  const retryAfter = retryAfterMs(headers.get("retry-after"), now, headers.get("date"));
  const error = ofStatus(status, wanted.url, retryAfter);
  const tooLong = retryAfter !== undefined && retryAfter > longestRetryAfterMs;
  return new Failed(error, isRetryable(error.code) && !tooLong, retryAfter);
}

function ofStatus(status: number, url: URL, retryAfter: number | undefined): ModelForgeError {
  const { code, message, hint } = describeStatus(status, url, retryAfter);
  return new ModelForgeError(code, {
    message,
    hint,
    details: {
      url: showAddress(url),
      status,
      ...(retryAfter === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfter / 1000) }),
    },
  });
}

function checkContentType(response: HttpResponse, url: URL): void {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  // object stores and raw file hosts serve JSON as one of the last three
  const usual = /^$|json$|^text\/plain$|^(?:application|binary)\/octet-stream$/;
  if (usual.test(type ?? "")) return;
  response.dispose();
  throw new ModelForgeError("catalog.not-json", {
    message: `${showAddress(url)} answered with ${type} where JSON was expected`,
    hint: "check MODELFORGE_URL; a login page or a proxy's notice may stand in the way",
    details: { url: showAddress(url), contentType: type },
  });
}
