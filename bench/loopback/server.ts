import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

interface Served {
  etag: string;
  compressed: Buffer;
}

type WireCatalog = Record<string, { models: Record<string, { cost?: { input?: number } }> }>;

/**
 * Serves a catalog the way models.dev does: with an ETag, brotli, and the facts beside it, over TLS too where there are a
 * certificate and a key. A message changes it.
 */
export async function serve([path = "", certificate, key]: readonly string[]): Promise<void> {
  const catalog = JSON.parse(readFileSync(path, "utf8")) as WireCatalog;
  const factsPath = join(dirname(path), "models.json");
  const served = new Map([["/api.json", prepare(readFileSync(path), 0)]]);
  if (existsSync(factsPath)) served.set("/models.json", prepare(readFileSync(factsPath), 0));
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    answer(served, request, response);
  const servers: Server[] = [createServer(listener)];
  if (certificate !== undefined && key !== undefined) {
    const secrets = { cert: readFileSync(certificate), key: readFileSync(key) };
    servers.push(createSecureServer(secrets, listener));
  }
  let changes = 0;
  process.on("message", () => {
    changes += 1;
    changeOnePrice(catalog, changes);
    // all work is done before the measured command asks
    served.set("/api.json", prepare(Buffer.from(JSON.stringify(catalog)), changes));
    process.send?.(changes);
  });
  process.on("disconnect", () => process.exit());
  for (const server of servers) await once(server.listen(0, "127.0.0.1"), "listening");
  process.send?.(servers.map((server) => (server.address() as AddressInfo).port));
}

function prepare(bytes: Buffer, change: number): Served {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return {
    etag: `"v${change}-${bytes.length}"`,
    compressed: brotliCompressSync(bytes, { params }),
  };
}

function answer(
  served: ReadonlyMap<string, Served>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const found = served.get(request.url ?? "");
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { etag, compressed } = found;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const headers = {
    etag,
    "content-type": "application/json",
    "content-encoding": "br",
    "content-length": compressed.length,
  };
  response.writeHead(200, headers).end(compressed);
}

function changeOnePrice(catalog: WireCatalog, change: number): void {
  for (const { models } of Object.values(catalog)) {
    const priced = Object.values(models).find(({ cost }) => cost?.input !== undefined);
    if (priced === undefined) continue;
    priced.cost = { ...priced.cost, input: change / 100 };
    return;
  }
}
