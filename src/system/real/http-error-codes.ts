import type { HttpLimits } from "../ports.ts";
import type { Meaning, Party } from "./http-meaning.ts";
import { tlsMeaning } from "./http-tls-codes.ts";

/** Never `0 s` of what is some time. */
const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(ms < 50 ? 3 : 1))} s`;
const always = (hint: string) => (): string => hint;

/** What to do where nobody is reached: `first` is what fits where there is no proxy. */
const reaching =
  (first: string, here: string) =>
  ({ variable, isThisMachine, isBehindProxy, lacksHttpsProxy }: Party): string => {
    if (variable !== undefined) {
      return `correct ${variable}, or name hosts that are reached without it in NO_PROXY`;
    }
    // set, and reached
    if (isBehindProxy)
      return "check the address; what is reached without a proxy, name in NO_PROXY";
    if (isThisMachine) return here;
    return lacksHttpsProxy
      ? "HTTP_PROXY holds for plain http alone: set HTTPS_PROXY or ALL_PROXY as well"
      : `${first}; behind a proxy set HTTPS_PROXY (and NO_PROXY)`;
  };
const isServing = "check that a server is running at that port";
const reach = reaching("check your connection", isServing);
// somebody answered, or the name servers did
const reachPort = reaching("check the address and its port", isServing);
const reachName = reaching("check the address and your connection", "check the address");

function unreachable(what: (name: string) => string, hint = reach): Meaning {
  return { code: "network.unreachable", what: ({ name }) => what(name), hint };
}

function timedOut(what: (name: string, limits: HttpLimits) => string) {
  return (limits: HttpLimits): Meaning => ({
    code: "network.timed-out",
    what: ({ name }) => what(name, asAllowed(limits)),
    hint: always("try again, or allow more time with MODELFORGE_TIMEOUT=30s"),
  });
}

/** What was left of a limit is nothing that anybody knows. */
function asAllowed(limits: HttpLimits): HttpLimits {
  const { allowedMs } = limits;
  if (allowedMs === undefined) return limits;
  return { ...limits, connectMs: allowedMs, idleMs: allowedMs, totalMs: allowedMs };
}

const interrupted: Meaning = {
  code: "network.interrupted",
  what: ({ name }) => `the connection to ${name} broke off in the middle`,
  hint: ({ isPlain, spokeHttp }) => {
    if (spokeHttp) return "try again; if it stays, the server or a proxy ends its answers early";
    return isPlain ? "try again; if that port speaks TLS, write https://" : "try again";
  },
};
const undecodable: Meaning = {
  code: "catalog.broken",
  what: ({ name }) => `what ${name} sent cannot be decompressed`,
  hint: always("try again; if it stays, something between here and the server alters the data"),
};
const garbled: Meaning = {
  code: "network.garbled",
  what: ({ name }) => `the answer of ${name} breaks the rules of HTTP in its middle`,
  hint: always("try again; if it stays, the server or something on the way is broken"),
};
const garbledHead: Meaning = {
  ...garbled,
  what: ({ name }) => `the head of the answer of ${name} breaks the rules of HTTP`,
};
const notHttp: Meaning = {
  code: "network.not-http",
  what: ({ name }) => `${name} does not speak HTTP at that port`,
  hint: always("check the address and its port"),
};
const speaksTls: Meaning = {
  code: "network.not-http",
  what: ({ name }) => `${name} speaks TLS at that port, and was asked in plain http`,
  hint: ({ variable }) => `write https:// in ${variable ?? "MODELFORGE_URL"}`,
};
const speaksHttp2: Meaning = {
  code: "network.not-http",
  what: ({ name }) => `${name} answers in HTTP/2 where it was asked in HTTP/1.1`,
  hint: ({ variable }) =>
    `have it speak HTTP/1.1 as well, or name another one in ${variable ?? "MODELFORGE_URL"}`,
};
const machineRefuses: Meaning = {
  code: "network.unreachable",
  what: ({ name }) => `this machine does not allow a connection to ${name}`,
  hint: always("a firewall or sandbox may forbid it"),
};
const machineExhausted: Meaning = {
  code: "network.failed",
  what: ({ name }) => `this machine has nothing left to open a connection to ${name} with`,
  hint: always("close other programs or raise the limit of open files (ulimit -n), and try again"),
};
const unnamed: Meaning = {
  code: "network.failed",
  what: ({ name }) => `the request to ${name} failed`,
  hint: always("try again"),
};

const noSuchHost = unreachable((name) => `no such host: ${name}`, reachName);
const noName = unreachable((name) => `the name of ${name} cannot be resolved at the moment`);
const noWay = unreachable((name) => `cannot reach ${name}`);

/** Names for what goes wrong on the way: Node's and zlib's, and our own for what took too long. */
const meanings: Readonly<Record<string, Meaning | ((limits: HttpLimits) => Meaning)>> = {
  ENOTFOUND: noSuchHost,
  ENODATA: noSuchHost,
  EAI_NODATA: noSuchHost,
  EAI_NONAME: noSuchHost,
  EAI_AGAIN: noName,
  EAI_FAIL: noName,
  ESERVFAIL: noName,
  ECONNREFUSED: unreachable((name) => `${name} refuses the connection`, reachPort),
  EHOSTUNREACH: noWay,
  EHOSTDOWN: noWay,
  ENETUNREACH: noWay,
  ENETDOWN: noWay,
  EADDRNOTAVAIL: noWay,
  EAFNOSUPPORT: noWay,
  EACCES: machineRefuses,
  EPERM: machineRefuses,
  EMFILE: machineExhausted,
  ENFILE: machineExhausted,
  ENOBUFS: machineExhausted,
  ENOMEM: machineExhausted,
  ECONNRESET: interrupted,
  ECONNABORTED: interrupted,
  EPIPE: interrupted,
  // the compressed stream ends before its end
  Z_BUF_ERROR: interrupted,
  ERR_STREAM_PREMATURE_CLOSE: interrupted,
  HPE_HEADER_OVERFLOW: {
    ...garbled,
    what: ({ name }) => `${name} sends more headers than a request for a catalog can have`,
  },
  ETIMEDOUT: timedOut((name) => `${name} did not answer`),
  CONNECT_TIMEOUT: timedOut(
    (name, { connectMs }) => `${name} did not take the connection within ${seconds(connectMs)}`,
  ),
  ERR_TLS_HANDSHAKE_TIMEOUT: timedOut(
    (name, { connectMs }) =>
      `${name} took the connection and did not agree on TLS within ${seconds(connectMs)}`,
  ),
  HEADERS_TIMEOUT: timedOut(
    (name, { idleMs }) => `${name} did not answer within ${seconds(idleMs)}`,
  ),
  BODY_TIMEOUT: timedOut((name, { idleMs, allowedMs }) =>
    allowedMs === undefined
      ? `${name} went silent for ${seconds(idleMs)} in the middle of its answer`
      : `${name} went silent in the middle of its answer, and was not done within ${seconds(allowedMs)}`,
  ),
  Z_DATA_ERROR: undecodable,
  ERR__ERROR_FORMAT_PADDING_1: undecodable,
};

/** undici's names for what has one already. */
const undiciNames: Readonly<Record<string, string>> = {
  UND_ERR_SOCKET: "ECONNRESET",
  UND_ERR_CLOSED: "ECONNRESET",
  UND_ERR_DESTROYED: "ECONNRESET",
  UND_ERR_HEADERS_OVERFLOW: "HPE_HEADER_OVERFLOW",
  UND_ERR_CONNECT_TIMEOUT: "CONNECT_TIMEOUT",
  UND_ERR_HEADERS_TIMEOUT: "HEADERS_TIMEOUT",
  UND_ERR_BODY_TIMEOUT: "BODY_TIMEOUT",
};

/** One name for one thing, whichever way the request took. */
export function commonName(code: string): string {
  return (Object.hasOwn(undiciNames, code) ? undiciNames[code] : undefined) ?? code;
}

/** How far a request had come: `body` once the head of the answer was there. */
export type Phase = "head" | "body";

/** What the code of a foreign error says. */
export function meaningOf(code: string, limits: HttpLimits): Meaning {
  const known = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  if (known !== undefined) return typeof known === "function" ? known(limits) : known;
  // brotli reports each of its format errors under a name of its own
  if (code.startsWith("ERR__ERROR_FORMAT") || code.startsWith("ERR_BROTLI")) return undecodable;
  return tlsMeaning(code) ?? unnamed;
}

/** Nobody is waited for any longer. */
export const overTime = timedOut(
  (name, { totalMs }) => `${name} was not done within ${seconds(totalMs)}`,
);

/** An answer that only announces another, and was not asked for. */
export function unasked(status: number): Meaning {
  return {
    ...garbled,
    what: ({ name }) => `${name} answers ${status}, which nobody asked for, instead of a catalog`,
  };
}

/** What an answer that is not HTTP says, from the bytes at which its reader stopped and whether it began as HTTP does. */
export function meaningOfParserError(data: string, isHttp: boolean, phase: Phase): Meaning {
  if (phase === "body") return garbled;
  if (isHttp) return garbledHead;
  // HTTP/2 begins with its settings, of six bytes each
  if (/^\u0000[\s\S]{2}\u0004\u0000\u0000{4}/.test(data)) return speaksHttp2;
  // an alert or a greeting of TLS begins with one of these bytes
  return /^[\u0015\u0016]\u0003/.test(data) ? speaksTls : notHttp;
}
