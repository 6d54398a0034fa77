import type { Meaning, Party } from "./http-meaning.ts";

const clock =
  "check this machine's clock; if it is right, the certificate has to be renewed where it is used";
const ownAuthority =
  "if your company's proxy or mirror uses its own authority, name its certificate in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE";
const anotherAnswers = "check the address; something on the way may be answering instead";

function certificate(what: string, hint: string): Meaning {
  return {
    code: "network.untrusted-certificate",
    what: ({ name }) => `the certificate of ${name} ${what}`,
    hint: ({ checksRefused }) =>
      checksRefused
        ? `${hint}; NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed: certificates are always checked`
        : hint,
  };
}

const unknownAuthority = "is not trusted: no authority known here vouches for it";
const incomplete = "is not trusted: it comes without those between it and its authority";
const revoked = certificate("has been revoked", "whoever runs the server has to replace it");

/** OpenSSL's names for what is wrong with a certificate, as Node gives them. */
const certificates: Readonly<Record<string, Meaning>> = {
  CERT_HAS_EXPIRED: certificate("has expired", clock),
  CERT_NOT_YET_VALID: certificate("is not valid yet", clock),
  CRL_HAS_EXPIRED: certificate("cannot be checked: its list of revoked ones has expired", clock),
  ERR_TLS_CERT_ALTNAME_INVALID: certificate("is for another host", anotherAnswers),
  ERR_TLS_CERT_ALTNAME_FORMAT: certificate("names its host in no known form", anotherAnswers),
  HOSTNAME_MISMATCH: certificate("is for another host", anotherAnswers),
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate("is not trusted: it vouches for itself", ownAuthority),
  SELF_SIGNED_CERT_IN_CHAIN: certificate(unknownAuthority, ownAuthority),
  UNABLE_TO_GET_ISSUER_CERT: certificate(unknownAuthority, ownAuthority),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate(unknownAuthority, ownAuthority),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate(incomplete, ownAuthority),
  CERT_REVOKED: revoked,
  // a key or a signature that is too weak has no name of its own
  UNSPECIFIED: certificate(
    "is not accepted: its key or signature is too weak, or it is malformed",
    "whoever runs the server has to replace it",
  ),
};

const otherCertificate = certificate("is not trusted", ownAuthority);
const certificateCodes =
  /^(CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_|INVALID_|PATH_LENGTH_|UNSPECIFIED$|ERROR_IN_CERT_)/;

function handshake(what: (party: Party) => string, hint: Meaning["hint"]): Meaning {
  return { code: "network.tls-failed", what, hint };
}

const writeHttp = ({ variable }: Party): string =>
  variable === undefined
    ? "check the address and its port"
    : `if the proxy takes plain connections, write http:// in ${variable}; check its port`;
const noTls = handshake(({ name }) => `${name} does not speak TLS at that port`, writeHttp);
const version = handshake(
  ({ name }) => `${name} and this Node.js have no version of TLS in common`,
  () => "the server is too old, or allows too little; Node.js speaks TLS 1.2 and 1.3",
);
const agreement = handshake(
  ({ name }) => `${name} does not agree on how to encrypt the connection`,
  () => "the server may be too old, or want a certificate of yours, which ModelForge cannot show",
);
const wantsCertificate = handshake(
  ({ name }) => `${name} wants a certificate of yours, which ModelForge cannot show`,
  () => "ask whoever runs the server for another way in",
);
const noSuchName = handshake(
  ({ name }) => `${name} says that it does not serve this host`,
  () => "check the address",
);
const noHttp1 = handshake(
  ({ name }) => `${name} does not speak HTTP/1.1, the only version that ModelForge speaks`,
  ({ variable }) =>
    variable === undefined
      ? "have the server allow HTTP/1.1 beside HTTP/2, or name another one in MODELFORGE_URL"
      : `have the proxy allow HTTP/1.1 beside HTTP/2, or name another one in ${variable}`,
);
const otherTls = handshake(
  ({ name }) => `the TLS connection to ${name} failed`,
  () => "try again; if it stays, something on the way alters the connection",
);
// what Node has no name for
const unnamed = handshake(
  ({ name }) => `the TLS connection to ${name} failed; it may not speak TLS at that port`,
  writeHttp,
);

/** Parts of OpenSSL's names for what goes wrong while TLS is agreed on; the first that fits holds. */
const handshakes: readonly [part: RegExp, meaning: Meaning][] = [
  [/NO_APPLICATION_PROTOCOL/, noHttp1],
  [/CERTIFICATE_REQUIRED|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNKNOWN_CA/, wantsCertificate],
  [/UNRECOGNIZED_NAME/, noSuchName],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_PROTOCOLS|WRONG_SSL_VERSION/, version],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY|TOO_SMALL|NO_CIPHER/, agreement],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|HTTP_REQUEST|HTTPS_PROXY/, noTls],
  [/RECORD_TYPE|UNEXPECTED_MESSAGE|BAD_RECORD_TYPE|RECORD_LAYER/, noTls],
];

/** What one of OpenSSL's codes says; undefined where it is none of its. */
export function tlsMeaning(code: string): Meaning | undefined {
  if (Object.hasOwn(certificates, code)) return certificates[code];
  if (certificateCodes.test(code)) return otherCertificate;
  if (code === "EPROTO") return unnamed;
  if (!code.startsWith("ERR_SSL_")) return undefined;
  return handshakes.find(([part]) => part.test(code))?.[1] ?? otherTls;
}
