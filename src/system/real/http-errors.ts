import { ModelForgeError } from "../../failure.ts";
import type { HttpLimits } from "../ports.ts";
import { isThisMachine } from "../this-machine.ts";
import type { Meaning, Party } from "./http-meaning.ts";
import {
  commonName,
  meaningOf,
  meaningOfParserError,
  overTime,
  type Phase,
  unasked,
} from "./http-error-codes.ts";
import type { Proxy } from "./http-proxy.ts";
import { type Heard, heardBefore } from "./http-heard.ts";

/** The way a request takes. */
export interface Route {
  url: URL;
  proxy: Proxy | undefined;
  /** Whether HTTP_PROXY is set, which holds for plain http alone, and nothing for https. */
  lacksHttpsProxy: boolean;
  /** Whether NODE_TLS_REJECT_UNAUTHORIZED asked for certificates not to be checked. */
  checksRefused: boolean;
}

/** A connection that did not come about, with the end of the way at which it failed. */
export class ConnectionFailed extends Error {
  readonly end: "proxy" | "server";

  // undici tries for ever to connect where an error has a code it takes for a passing one: this has none
  constructor(end: "proxy" | "server", cause: unknown) {
    super(`no connection to the ${end}`, { cause });
    this.end = end;
  }
}

/** How a request went until it failed. */
export interface Progress {
  limits: HttpLimits;
  phase: Phase;
  /** `cancelled` or `timed out`, where it was ended from here. */
  abortReason: unknown;
}

/** The one place where foreign network errors become ours. */
export function translateHttpError(
  error: unknown,
  route: Route,
  { limits, phase, abortReason }: Progress,
): ModelForgeError {
  if (error instanceof ModelForgeError) return error;
  if (abortReason === "cancelled")
    return new ModelForgeError("cancelled", { message: "cancelled" });
  const heard = heardBefore(error);
  const party = partyOf(error, route, phase === "body" || heard.isHttp);
  const { meaning, reason, cause } = understood(error, heard, { limits, phase, abortReason });
  const { proxy } = route;
  const way =
    proxy === undefined || party.variable !== undefined ? "" : `, by way of ${proxyName(proxy)}`;
  const via = proxy === undefined ? {} : { proxy: proxy.host, variable: proxy.variable };
  return new ModelForgeError(meaning.code, {
    message: `${meaning.what(party)}${reason === undefined ? "" : ` (${reason})`}${way}`,
    hint: meaning.hint(party),
    details: {
      reason,
      ...via,
      ...(phase === "head" && heard.status !== undefined ? { status: heard.status } : {}),
    },
    cause,
  });
}

interface Understood {
  meaning: Meaning;
  /** The system's word for it, where that says more than the meaning. */
  reason?: string | undefined;
  cause?: unknown;
}

function understood(
  error: unknown,
  heard: Heard,
  { limits, phase, abortReason }: Progress,
): Understood {
  const reason = codeOf(error);
  if (abortReason === "timed out") return { meaning: overTime(limits), reason, cause: error };
  const { status = 200, isHttp } = heard;
  if (phase === "head" && (status === 100 || status === 101)) return { meaning: unasked(status) };
  const parserError = parserErrorIn(error);
  // a parser's error holds what was sent, and an echo of our own request is among what may be sent
  return parserError === undefined
    ? { meaning: meaningOf(reason ?? "", limits), reason, cause: error }
    : { meaning: meaningOfParserError(parserError.data ?? "", isHttp, phase) };
}

function partyOf(error: unknown, route: Route, spokeHttp: boolean): Party {
  const { url, proxy, lacksHttpsProxy, checksRefused } = route;
  const isProxy = error instanceof ConnectionFailed && error.end === "proxy";
  const asked = isProxy && proxy !== undefined ? proxy : undefined;
  return {
    name: asked === undefined ? url.host : proxyName(asked),
    variable: asked?.variable,
    isThisMachine: isThisMachine(new URL(asked?.origin ?? url).hostname),
    isBehindProxy: proxy !== undefined && asked === undefined,
    spokeHttp,
    isPlain: new URL(asked?.origin ?? url).protocol === "http:",
    lacksHttpsProxy,
    checksRefused,
  };
}

export function proxyName({ host, variable }: Proxy): string {
  return `the proxy ${host} (${variable})`;
}

interface ParserError extends Error {
  data?: string;
}

/** An answer that is not HTTP, from where its reader stopped: undici gives these no code, only a name. */
export function unreadableAnswer(data: string): Error {
  return Object.assign(new Error("no HTTP"), { name: "HTTPParserError", data });
}

function parserErrorIn(error: unknown): ParserError | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException;
    // counted by undici itself
    const isMiscounted = code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";
    if (current.name === "HTTPParserError" || isMiscounted) return current;
  }
  return undefined;
}

function codeOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException;
    if (code !== undefined && code !== "UND_ERR") return commonName(code);
    // several addresses were tried: the first failure stands for all
    if (current instanceof AggregateError && current.errors.length > 0) {
      return codeOf(current.errors[0]);
    }
  }
  return undefined;
}
