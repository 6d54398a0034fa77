import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as passed } from "node:timers/promises";
import { createHttp } from "../../src/system/real/http.ts";
import type { FakeAnswer } from "../../src/testing/fake-system.ts";
import { headersOf, piecesOf } from "../../src/testing/fake/http-answer.ts";
import { closedHost, greeting, RawServer } from "../stand-in/raw-server.ts";
import type { Network } from "./http.ts";

/** This machine's network, with a server on it that says what it is told to. */
export async function realNetwork(): Promise<Network> {
  const answers = new Map<string, FakeAnswer>();
  const seen: Network["seen"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    seen.push({ path, headers: request.headers });
    void say(answers.get(path) ?? { status: 404 }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const greeter = await RawServer.start(greeting("220 mail.example ESMTP\r\n"));
  const http = createHttp();
  const { port } = server.address() as AddressInfo;
  return {
    http,
    server: `http://127.0.0.1:${port}`,
    serve: (path, answer) => answers.set(path, answer),
    seen,
    nobody: `http://${await closedHost()}/`,
    noHost: "http://no-such-host.invalid/",
    noHttp: `http://${greeter.host}/`,
    noTls: `https://127.0.0.1:${port}/`,
    close: async () => {
      await http.close();
      await greeter.close();
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
