import { once } from "node:events";
import { createServer, type Server, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ModelForgeError } from "../../src/failure.ts";
import { createHttp } from "../../src/system/real/http.ts";
import type { HttpLimits } from "../../src/system/ports.ts";
import { type Certificate, canMakeCertificate, makeCertificate } from "../stand-in/certificate.ts";
import { RawServer } from "../stand-in/raw-server.ts";
import { mirror, type RawAnswer, rawAnswers, tunnelTo } from "./http-answers.ts";

const limits: HttpLimits = {
  connectMs: 2_000,
  idleMs: 2_000,
  totalMs: 4_000,
  decodedBytes: 20_000,
};
type TlsRow = [
  name: string,
  options: () => ServerOptions,
  trusted: () => Certificate | undefined,
  becomes: string,
];

interface Outcome {
  code?: string;
  message?: string;
  hint?: string | undefined;
  reason?: unknown;
  statusOfFailure?: unknown;
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** What becomes of a request, without the names of who was asked and by way of whom. */
async function outcomeOf(url: string, variables: Record<string, string>): Promise<Outcome> {
  const http = createHttp({ variables });
  try {
    const { status, headers, body } = await http.get({ url: new URL(url), headers: {}, limits });
    const text = new TextDecoder().decode(await body());
    return { status, headers: Object.fromEntries(headers), body: text };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { code, message, hint, details } = error;
    const bare = message.replace(/, by way of .*$/, "").replaceAll(new URL(url).host, "HOST");
    return { code, message: bare, hint, reason: details.reason, statusOfFailure: details.status };
  } finally {
    await http.close();
  }
}

describe("directly and by way of a proxy it comes to the same", () => {
  it.each(rawAnswers.map((answer): [string, RawAnswer] => [answer.name, answer]))(
    "where a server answers: %s",
    async (_, { speak, becomes, says = "" }) => {
      const server = await RawServer.start(speak);
      const direct = await outcomeOf(`http://${server.host}/api.json`, {});
      const proxied = await outcomeOf(`http://${mirror}/api.json`, {
        HTTP_PROXY: `http://${server.host}`,
      });
      await server.close();
      expect(direct).toEqual(proxied);
      if (typeof becomes === "string") expect(direct.code).toBe(becomes);
      else expect([direct.status, direct.body]).toEqual(becomes);
      expect(JSON.stringify(direct)).toContain(says);
    },
  );
});

describe.skipIf(!canMakeCertificate())(
  "over TLS it comes to the same directly and through a tunnel (skipped where openssl is missing)",
  () => {
    let own: Certificate;
    let elsewhere: Certificate;
    const servers: (Server | RawServer)[] = [];

    beforeAll(() => {
      own = makeCertificate(`DNS:${mirror}`, "IP:127.0.0.1");
      elsewhere = makeCertificate("DNS:somebody-else.example");
    });

    afterAll(async () => {
      for (const server of servers) {
        if (server instanceof RawServer) await server.close();
        else server.close().closeAllConnections();
      }
    });

    async function bothWays(
      options: ServerOptions,
      trusted: Certificate | undefined,
    ): Promise<{ direct: Outcome; tunnelled: Outcome; asked: string[] }> {
      const asked: string[] = [];
      const server = createServer(options, (request, response) => {
        asked.push(String(request.headers.authorization));
        response.end("secure");
      });
      server.on("tlsClientError", () => undefined).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const proxy = await RawServer.start(tunnelTo(port));
      servers.push(server, proxy);
      const trust = trusted === undefined ? {} : { SSL_CERT_FILE: trusted.path };
      return {
        direct: await outcomeOf(`https://127.0.0.1:${port}/`, trust),
        tunnelled: await outcomeOf(`https://${mirror}/`, {
          ...trust,
          HTTPS_PROXY: `http://${proxy.host}`,
        }),
        asked,
      };
    }

    const ours = (): Certificate => own;
    const others = (): Certificate => elsewhere;
    const strict = { requestCert: true, rejectUnauthorized: true };
    const lax = "DEFAULT@SECLEVEL=0";
    const rows: TlsRow[] = [
      ["a certificate that is trusted", ours, ours, "secure"],
      ["one that nobody vouches for", ours, () => undefined, "network.untrusted-certificate"],
      ["one for another host", others, others, "network.untrusted-certificate"],
      [
        "a wish for a certificate of ours, in TLS 1.2",
        () => ({ ...own, ...strict, maxVersion: "TLSv1.2" }),
        ours,
        "network.tls-failed",
      ],
      [
        "a wish for a certificate of ours, in TLS 1.3",
        () => ({ ...own, ...strict, minVersion: "TLSv1.3" }),
        ours,
        "network.tls-failed",
      ],
      ["HTTP/2 alone", () => ({ ...own, ALPNProtocols: ["h2"] }), ours, "network.tls-failed"],
      [
        "TLS 1.1",
        () => ({
          ...own,
          minVersion: "TLSv1",
          maxVersion: "TLSv1.1",
          ciphers: lax,
        }),
        ours,
        "network.tls-failed",
      ],
    ];
    it.each(rows)("where a server has %s", async (_, options, trusted, becomes) => {
      const { direct, tunnelled, asked } = await bothWays(options(), trusted());
      expect(direct.code ?? direct.body).toBe(becomes);
      // the date of an answer is not that of the other
      for (const { headers } of [direct, tunnelled]) delete headers?.date;
      expect(direct).toEqual(tunnelled);
      // who cannot prove who he is hears nothing of what is asked
      expect(asked).toHaveLength(becomes === "secure" ? 2 : 0);
    });
  },
);
