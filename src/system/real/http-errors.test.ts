import type { Socket } from "node:net";
import { PassThrough } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { failures } from "../../failure.ts";
import {
  ConnectionFailed,
  type Route,
  translateHttpError,
  unreadableAnswer,
} from "./http-errors.ts";
import { type Proxy, proxyFor } from "./http-proxy.ts";
import { witness } from "./http-witness.ts";

const limits = { connectMs: 5_000, idleMs: 6_000, totalMs: 10_000, decodedBytes: 1 };
const url = new URL("https://me:s3cret@m.example/api.json?token=t0ken");
const proxy = proxyFor(url, { HTTPS_PROXY: "http://me:s3cret@p.example:3128" }) as Proxy;

interface Situation {
  route?: Partial<Route>;
  phase?: "head" | "body";
  abortReason?: string;
}

function translated(error: unknown, { route, phase = "head", abortReason }: Situation = {}) {
  const whole = { url, proxy: undefined, lacksHttpsProxy: false, checksRefused: false, ...route };
  return translateHttpError(error, whole, { limits, phase, abortReason });
}

const coded = (code: string): Error => Object.assign(new Error("in nobody's language"), { code });

/** An error that ends a connection on which this has been read. */
function after(read: readonly string[], error: Error): Error {
  const socket = new PassThrough();
  witness(socket as unknown as Socket);
  socket.on("error", () => undefined);
  for (const chunk of read) {
    socket.write(chunk);
    socket.read();
  }
  socket.destroy(error);
  return error;
}

describe("an error with a code", () => {
  it.each([
    ["ENOTFOUND", "network.unreachable", "no such host"],
    ["EAI_AGAIN", "network.unreachable", "cannot be resolved at the moment"],
    ["EAI_FAIL", "network.unreachable", "cannot be resolved at the moment"],
    ["ECONNREFUSED", "network.unreachable", "refuses the connection"],
    ["EHOSTUNREACH", "network.unreachable", "cannot reach"],
    ["ENETDOWN", "network.unreachable", "cannot reach"],
    ["EPERM", "network.unreachable", "this machine does not allow"],
    ["EMFILE", "network.failed", "nothing left to open a connection"],
    ["ECONNRESET", "network.interrupted", "broke off"],
    ["EPIPE", "network.interrupted", "broke off"],
    ["CONNECT_TIMEOUT", "network.timed-out", "within 5 s"],
    ["ERR_TLS_HANDSHAKE_TIMEOUT", "network.timed-out", "did not agree on TLS within 5 s"],
    ["HEADERS_TIMEOUT", "network.timed-out", "within 6 s"],
    ["HPE_HEADER_OVERFLOW", "network.garbled", "more headers"],
    ["Z_DATA_ERROR", "catalog.broken", "decompressed"],
    ["ERR__ERROR_FORMAT_CL_SPACE", "catalog.broken", "decompressed"],
    ["CERT_HAS_EXPIRED", "network.untrusted-certificate", "has expired"],
    ["CERT_NOT_YET_VALID", "network.untrusted-certificate", "not valid yet"],
    ["CERT_REVOKED", "network.untrusted-certificate", "revoked"],
    ["CERT_SIGNATURE_FAILURE", "network.untrusted-certificate", "is not trusted"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "network.untrusted-certificate", "another host"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "network.untrusted-certificate", "vouches for itself"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "network.untrusted-certificate", "no authority"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "network.untrusted-certificate", "no authority"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "network.untrusted-certificate", "between it"],
    ["INVALID_PURPOSE", "network.untrusted-certificate", "is not trusted"],
    ["UNSPECIFIED", "network.untrusted-certificate", "too weak"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "network.tls-failed", "does not speak TLS"],
    ["ERR_SSL_PACKET_LENGTH_TOO_LONG", "network.tls-failed", "does not speak TLS"],
    ["EPROTO", "network.tls-failed", "may not speak TLS"],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "network.tls-failed", "version of TLS"],
    ["ERR_SSL_UNSUPPORTED_PROTOCOL", "network.tls-failed", "version of TLS"],
    ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "network.tls-failed", "how to encrypt"],
    ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", "network.tls-failed", "how to encrypt"],
    ["ERR_SSL_DH_KEY_TOO_SMALL", "network.tls-failed", "how to encrypt"],
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "network.tls-failed", "certificate of yours"],
    ["ERR_SSL_TLSV1_UNRECOGNIZED_NAME", "network.tls-failed", "does not serve this host"],
    ["ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", "network.tls-failed", "TLS connection"],
    ["UND_ERR_INVALID_ARG", "network.failed", "failed"],
    ["__proto__", "network.failed", "failed"],
  ])("%s is %s: %s", (code, failure, words) => {
    const { code: named, message, hint, details } = translated(coded(code));
    expect([named, details.reason]).toEqual([failure, code]);
    expect(message).toContain(words);
    expect(message).toContain(`(${code})`);
    expect(hint).toMatch(/\S/);
  });

  it.each([
    ["UND_ERR_SOCKET", "ECONNRESET"],
    ["UND_ERR_DESTROYED", "ECONNRESET"],
    ["UND_ERR_HEADERS_OVERFLOW", "HPE_HEADER_OVERFLOW"],
    ["UND_ERR_CONNECT_TIMEOUT", "CONNECT_TIMEOUT"],
    ["UND_ERR_BODY_TIMEOUT", "BODY_TIMEOUT"],
  ])("%s of undici is told as %s", (code, common) => {
    const [one, other] = [translated(coded(code)), translated(coded(common))];
    expect([one.code, one.message, one.hint]).toEqual([other.code, other.message, other.hint]);
    expect(one.details.reason).toBe(common);
  });

  it("is found below others, and the first of several addresses stands for all", () => {
    const several = new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")]);
    expect(translated(new Error("x", { cause: several })).details.reason).toBe("ECONNREFUSED");
    expect(translated(new TypeError("ours")).code).toBe("network.failed");
    expect(translated("not even an error").code).toBe("network.failed");
  });
});

describe("an answer that is not HTTP", () => {
  it.each([
    ["SSH-2.0-OpenSSH_9.2\r\n", [], "head", "network.not-http", "does not speak HTTP"],
    ["\u0015\u0003\u0003", [], "head", "network.not-http", "speaks TLS at that port"],
    ["ML>", ["HT", "ML>"], "head", "network.not-http", "does not speak HTTP"],
    ["\u001b[31m", ["HTTP/1.1 200 OK\r\n"], "head", "network.garbled", "the head of the answer"],
    ["\u0016\u0003", ["HT", "TP/1.1 200 OK\r\n"], "head", "network.garbled", "the head of the"],
    ["ZZ\r\n", ["HTTP/1.1 200 OK\r\n"], "body", "network.garbled", "in its middle"],
  ] as const)("%j after %j in the %s is %s", (data, read, phase, code, words) => {
    const failure = translated(after(read, unreadableAnswer(data)), { phase });
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
  });

  it.each([
    [["HTTP/1.1 401 No\r\n"], 401],
    [["HTTP", "/1.1 40", "3 No\r\n"], 403],
    [["HTTP/1.1 20"], undefined],
    [["SSH-2.0 401"], undefined],
    [["HTTP/1.1 200 OK\r\n\r\n{}", "HTTP/1.1 407 No\r\n"], 407],
  ])("is known by its status where it came that far: %j", (read, status) => {
    expect(translated(after(read, unreadableAnswer("\u001b"))).details.status).toBe(status);
  });

  it("is what undici has counted itself, too", () => {
    const failure = translated(
      after(["HTTP/1.1 200 OK"], coded("UND_ERR_RES_CONTENT_LENGTH_MISMATCH")),
    );
    expect([failure.code, failure.details.reason]).toEqual(["network.garbled", undefined]);
    expect(failure.message).toContain("the head of the answer");
  });

  it("is named 100 or 101 where nobody asked for that", () => {
    const failure = translated(after(["HTTP/1.1 101 Switching"], coded("UND_ERR_SOCKET")));
    expect([failure.code, failure.message]).toEqual([
      "network.garbled",
      expect.stringContaining("answers 101, which nobody asked for"),
    ]);
    const cut = translated(after(["HTTP/1.1 200 OK"], coded("UND_ERR_SOCKET")));
    expect(cut.code).toBe("network.interrupted");
  });

  it("is asked for again only where a part of it was HTTP", () => {
    expect(failures["network.not-http"].retryable).toBe(false);
    expect(failures["network.garbled"].retryable).toBe(true);
  });

  it("is not handed on: it may be an echo of what was sent", () => {
    const echo = unreadableAnswer("GET /api.json?token=t0ken\r\nauthorization: Basic s3cret");
    const failure = translated(new ConnectionFailed("proxy", echo), { route: { proxy } });
    expect(inspect(failure, { depth: 9, showHidden: true })).not.toMatch(/t0ken|s3cret/);
  });
});

describe("whom a failure names", () => {
  it("is the proxy and its variable where the proxy is not reached", () => {
    const failure = translated(new ConnectionFailed("proxy", coded("ECONNREFUSED")), {
      route: { proxy },
    });
    expect(failure.message).toBe(
      "the proxy p.example:3128 (HTTPS_PROXY) refuses the connection (ECONNREFUSED)",
    );
    expect(failure.hint).toContain("correct HTTPS_PROXY");
    expect(failure.details).toMatchObject({ proxy: "p.example:3128", variable: "HTTPS_PROXY" });
  });

  it("is the server, and the way, where the server fails behind a proxy", () => {
    const failure = translated(new ConnectionFailed("server", coded("CERT_HAS_EXPIRED")), {
      route: { proxy },
    });
    expect(failure.message).toBe(
      "the certificate of m.example has expired (CERT_HAS_EXPIRED), by way of the proxy p.example:3128 (HTTPS_PROXY)",
    );
    expect(failure.hint).toContain("clock");
  });

  it.each<[string, Partial<Route>, string]>([
    ["is told of proxies", {}, "behind a proxy set HTTPS_PROXY"],
    ["is told that HTTP_PROXY is not enough", { lacksHttpsProxy: true }, "HTTP_PROXY holds for"],
    ["is told to start its server", { url: new URL("http://127.0.0.1:1") }, "a server is running"],
    ["is told nothing of a proxy it has", { proxy }, "check the address; what is reached without"],
  ])("whoever cannot reach it %s", (_, route, words) => {
    expect(translated(coded("ECONNREFUSED"), { route }).hint).toContain(words);
  });

  it.each([
    ["ECONNREFUSED", "https://m.example", "check the address and its port; behind a proxy"],
    ["ENOTFOUND", "https://m.example", "check the address and your connection; behind a proxy"],
    ["ENETUNREACH", "https://m.example", "check your connection; behind a proxy"],
    // nobody can run a server at a name that there is not
    ["ENOTFOUND", "http://mirror.localhost:1", "check the address"],
  ])("who meets %s at %s is told what fits it", (code, address, words) => {
    const { hint } = translated(coded(code), { route: { url: new URL(address) } });
    expect(hint).toMatch(new RegExp(`^${words}`));
  });

  it("whose answer was cut off is told of TLS only where nothing of HTTP had come", () => {
    const route = { url: new URL("http://127.0.0.1:1") };
    for (const code of ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "UND_ERR_SOCKET"]) {
      const silent = translated(coded(code), { route });
      const cut = translated(coded(code), { route, phase: "body" });
      const cutHead = translated(after(["HTTP/1.1 200 OK\r\n"], coded(code)), { route });
      expect(silent.hint).toContain("if that port speaks TLS, write https://");
      for (const { hint } of [cut, cutHead]) {
        expect(hint).toBe("try again; if it stays, the server or a proxy ends its answers early");
      }
    }
  });

  it("is told where NODE_TLS_REJECT_UNAUTHORIZED does not help, there and nowhere else", () => {
    const route = { checksRefused: true };
    const words = "NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed";
    expect(translated(coded("CERT_HAS_EXPIRED"), { route }).hint).toContain(words);
    expect(translated(coded("CERT_HAS_EXPIRED")).hint).not.toContain("NODE_TLS");
    expect(translated(coded("ECONNREFUSED"), { route }).hint).not.toContain("NODE_TLS");
  });

  it("shows nothing secret of either address", () => {
    for (const error of [coded("ECONNREFUSED"), coded("CERT_HAS_EXPIRED"), unreadableAnswer("x")]) {
      for (const end of ["proxy", "server"] as const) {
        const failure = translated(new ConnectionFailed(end, error), { route: { proxy } });
        expect(inspect(failure, { depth: 9 })).not.toMatch(/t0ken|s3cret/);
      }
    }
  });
});

describe("a request that was ended from here", () => {
  it("is cancelled, or was not done in time, whatever the error says", () => {
    expect(translated(coded("ECONNRESET"), { abortReason: "cancelled" }).code).toBe("cancelled");
    const late = translated("timed out", { abortReason: "timed out", route: { proxy } });
    expect([late.code, late.message]).toEqual([
      "network.timed-out",
      "m.example was not done within 10 s, by way of the proxy p.example:3128 (HTTPS_PROXY)",
    ]);
  });
});
