import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as passed } from "node:timers/promises";
import { createHttp } from "../../src/system/real/http.ts";
import type { FakeAnswer } from "../../src/testing/fake-system.ts";
import { headersOf, piecesOf } from "../../src/testing/fake/http-answer.ts";
import { closedHost, greeting, RawServer } from "../stand-in/raw-server.ts";
import type { Certificate } from "../stand-in/certificate.ts";
import type { Network, WideNetwork } from "./http.ts";
import { mirror, tunnelTo } from "./http-answers.ts";

/** How a request gets to the server. */
export interface Way {
  /** Of a server that speaks TLS. */
  certificate?: Certificate;
  /** By way of a proxy: to plain http it is asked for the whole, to https for a tunnel. */
  isProxied?: boolean;
}

/** This machine's network, with a server on it that says what it is told to. */
export async function realNetwork({ certificate, isProxied }: Way = {}): Promise<WideNetwork> {
  const answers = new Map<string, FakeAnswer>();
  const seen: Network["seen"] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    // a proxy is told the host as well
    const path = (request.url ?? "").replace(/^http:\/\/[^/]+/, "");
    const asked: Network["seen"][number] = { path, headers: request.headers, body: undefined };
    seen.push(asked);
    const answer = (): void => void say(answers.get(path) ?? { status: 404 }, request, response);
    if (request.method !== "POST") return answer();
    const said: Buffer[] = [];
    request.on("data", (piece: Buffer) => said.push(piece));
    request.on("end", () => {
      // a body whose length nobody said would be in pieces
      const isWhole = Number(request.headers["content-length"]) === Buffer.concat(said).length;
      asked.body = isWhole ? Buffer.concat(said).toString() : "in pieces";
      answer();
    });
  };
  const isSecure = certificate !== undefined;
  const server = isSecure ? createTlsServer(certificate, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const greeter = await RawServer.start(greeting("220 mail.example ESMTP\r\n"));
  const tunnel = await RawServer.start(tunnelTo(port));
  const here = `127.0.0.1:${port}`;
  const http = createHttp({
    variables: {
      ...(isSecure ? { SSL_CERT_FILE: certificate.path } : {}),
      ...(isProxied === true ? { HTTP_PROXY: here, HTTPS_PROXY: tunnel.host } : {}),
    },
  });
  return {
    http,
    server: `${isSecure ? "https" : "http"}://${isProxied === true ? mirror : here}`,
    serve: (path, answer) => answers.set(path, answer),
    seen,
    nobody: `http://${await closedHost()}/`,
    noHost: "http://no-such-host.invalid/",
    noHttp: `http://${greeter.host}/`,
    noTls: `https://${greeter.host}/`,
    close: async () => {
      await http.close();
      await greeter.close();
      await tunnel.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function say(
  answer: FakeAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status = 200, etag, headMs = 0, pieceMs = 0, fails, failsAfterBytes } = answer;
  if (headMs === Number.POSITIVE_INFINITY) return;
  if (fails !== undefined && failsAfterBytes === undefined) {
    response.destroy();
    return;
  }
  if (etag !== undefined && request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  for (const [name, value] of headersOf(answer)) response.setHeader(name, value);
  response.writeHead(status);
  response.flushHeaders();
  let sent = 0;
  for (const piece of piecesOf(answer)) {
    if (pieceMs > 0) await passed(pieceMs);
    if (response.destroyed) return;
    await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    sent += piece.length;
    if (failsAfterBytes !== undefined && sent >= failsAfterBytes) {
      response.destroy();
      return;
    }
  }
  response.end();
}
