import { type FailureCode, ModelForgeError } from "../../failure.ts";
import type { HttpLimits } from "../ports.ts";

interface Meaning {
  code: FailureCode;
  what: (host: string, limits: HttpLimits) => string;
  hint: string;
}

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(1))} s`;
const behindProxy =
  "check your connection; behind a proxy set HTTPS_PROXY (and NO_PROXY); --offline answers from what is on disk";
const ownAuthority =
  "if your company's proxy or mirror uses its own authority, name its certificate in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE";
const slower = "try again, or allow more time with MODELFORGE_TIMEOUT=30s";

const unreachable: Meaning = {
  code: "network.unreachable",
  what: (host) => `cannot reach ${host}`,
  hint: behindProxy,
};
const timedOut = (what: Meaning["what"]): Meaning => ({
  code: "network.timed-out",
  what,
  hint: slower,
});
const interrupted: Meaning = {
  code: "network.interrupted",
  what: (host) => `the connection to ${host} broke off in the middle`,
  hint: "try again",
};
const untrusted: Meaning = {
  code: "network.untrusted-certificate",
  what: (host) => `the certificate of ${host} is not trusted`,
  hint: ownAuthority,
};
const undecodable: Meaning = {
  code: "catalog.broken",
  what: (host) => `what ${host} sent cannot be decompressed`,
  hint: "try again; if it stays, something between here and the server alters the data",
};

/** Node's, OpenSSL's, zlib's and undici's names for what goes wrong on the way. */
const meanings: Readonly<Record<string, Meaning>> = {
  ENOTFOUND: {
    ...unreachable,
    what: (host) => `no such host: ${host}`,
  },
  EAI_AGAIN: {
    ...unreachable,
    what: (host) => `the name ${host} cannot be resolved at the moment`,
  },
  ECONNREFUSED: { ...unreachable, what: (host) => `${host} refuses the connection` },
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ECONNRESET: interrupted,
  EPIPE: interrupted,
  UND_ERR_SOCKET: interrupted,
  UND_ERR_CLOSED: interrupted,
  UND_ERR_DESTROYED: interrupted,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: interrupted,
  // the compressed stream ends before its end
  Z_BUF_ERROR: interrupted,
  ERR_STREAM_PREMATURE_CLOSE: interrupted,
  ETIMEDOUT: timedOut((host) => `${host} did not answer`),
  UND_ERR_CONNECT_TIMEOUT: timedOut(
    (host, { connectMs }) => `${host} did not take the connection within ${seconds(connectMs)}`,
  ),
  UND_ERR_HEADERS_TIMEOUT: timedOut(
    (host, { idleMs }) => `${host} did not answer within ${seconds(idleMs)}`,
  ),
  UND_ERR_BODY_TIMEOUT: timedOut(
    (host, { idleMs }) => `${host} went silent for ${seconds(idleMs)} in the middle of its answer`,
  ),
  Z_DATA_ERROR: undecodable,
  ERR__ERROR_FORMAT_PADDING_1: undecodable,
};

const certificateCodes =
  /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|ERR_SSL)/;

/** The one place where foreign network errors become ours. */
export function translateHttpError(
  error: unknown,
  url: URL,
  limits: HttpLimits,
  abortReason: unknown,
): ModelForgeError {
  if (error instanceof ModelForgeError) return error;
  if (abortReason === "cancelled")
    return new ModelForgeError("cancelled", { message: "cancelled" });
  const meaning =
    abortReason === "timed out"
      ? timedOut((host, { totalMs }) => `${host} was not done within ${seconds(totalMs)}`)
      : meaningOf(error);
  const reason = codeOf(error);
  return new ModelForgeError(meaning.code, {
    message: `${meaning.what(url.host, limits)}${reason === undefined ? "" : ` (${reason})`}`,
    hint: meaning.hint,
    details: { url: safeAddress(url), reason },
    cause: error,
  });
}

/** The address without name and password. */
function safeAddress(url: URL): string {
  const safe = new URL(url);
  safe.username = "";
  safe.password = "";
  return safe.href;
}

function meaningOf(error: unknown): Meaning {
  const code = codeOf(error) ?? "";
  if (Object.hasOwn(meanings, code)) return meanings[code] as Meaning;
  if (certificateCodes.test(code)) return untrusted;
  // brotli reports each of its format errors under a name of its own
  if (code.startsWith("ERR__ERROR_FORMAT") || code.startsWith("ERR_BROTLI")) return undecodable;
  // an answer that is not HTTP
  if (code.startsWith("HPE_")) return interrupted;
  return unreachable;
}

function codeOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as NodeJS.ErrnoException;
    if (code !== undefined && code !== "UND_ERR") return code;
    // several addresses were tried: the first failure stands for all
    if (current instanceof AggregateError && current.errors.length > 0) {
      return codeOf(current.errors[0]);
    }
  }
  return undefined;
}
