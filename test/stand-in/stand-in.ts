import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Fault } from "./answers.ts";

export interface SeenRequest {
  path: string;
  headers: IncomingMessage["headers"];
  status: number;
}

/** models.dev as a real server on this machine: its endpoints, its ETags, its habits, and faults to order. */
export class StandIn {
  readonly requests: SeenRequest[] = [];
  readonly #documents = new Map<string, Buffer>();
  readonly #faults = new Map<string, Fault[]>();
  readonly #watchers = new Set<() => void>();
  readonly #server: Server;

  private constructor(tls: { key: string; cert: string } | undefined) {
    const listener = (request: IncomingMessage, response: ServerResponse): void =>
      this.#answer(request, response);
    this.#server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  }

  static async start(tls?: { key: string; cert: string }): Promise<StandIn> {
    const standIn = new StandIn(tls);
    await new Promise<void>((resolve) => standIn.#server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Serves a document at a path from now on. */
  serve(path: string, document: unknown): void {
    const isBytes = Buffer.isBuffer(document);
    this.#documents.set(path, isBytes ? document : Buffer.from(JSON.stringify(document)));
  }

  /** The next requests of a path meet these faults, one each; the last one stays where `forever`. */
  order(path: string, ...faults: Fault[]): void {
    this.#faults.set(path, faults);
  }

  forever(path: string, fault: Fault): void {
    this.#faults.set(path, [fault, ...Array.from({ length: 99 }, () => fault)]);
  }

  /** Requests of a path so far. */
  count(path: string, status?: number): number {
    return this.requests.filter(
      (seen) => seen.path === path && (status === undefined || seen.status === status),
    ).length;
  }

  /** Resolves once a path has been asked for so often. */
  async asked(path: string, times: number): Promise<void> {
    if (this.count(path) >= times) return;
    await new Promise<void>((resolve) => {
      const watch = (): void => {
        if (this.count(path) < times) return;
        this.#watchers.delete(watch);
        resolve();
      };
      this.#watchers.add(watch);
    });
  }

  /** Resolves once so many requests of a path have come, answered or not. */
  async arrived(path: string, times: number): Promise<void> {
    while (this.count(path) < times) {
      await new Promise<void>((resolve) => this.#server.once("request", () => resolve()));
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? "/").replace(/\?.*$/, "");
    const seen = { path, headers: request.headers, status: 0 };
    this.requests.push(seen);
    response.on("close", () => {
      seen.status = response.statusCode;
      for (const watcher of this.#watchers) watcher();
    });
    const document = this.#documents.get(path);
    const fault = this.#faults.get(path)?.shift();
    if (fault !== undefined) return fault(request, response, document ?? Buffer.from("{}"));
    if (path.startsWith("/logos/")) {
      response.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg/>");
    } else if (path === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end("<html>models</html>");
    } else if (document === undefined) {
      response.writeHead(302, { location: "/" }).end();
    } else send(request, response, document);
  }
}

function send(request: IncomingMessage, response: ServerResponse, document: Buffer): void {
  const etag = `"${createHash("sha256").update(document).digest("hex").slice(0, 32)}"`;
  const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const accepted = request.headers["accept-encoding"]?.toString() ?? "";
  const type = { ...headers, "content-type": "application/json; charset=utf-8" };
  if (accepted.includes("br")) {
    response.writeHead(200, { ...type, "content-encoding": "br" });
    response.end(brotliCompressSync(document, { params: { 1: 1 } }));
  } else if (accepted.includes("gzip")) {
    response.writeHead(200, { ...type, "content-encoding": "gzip" }).end(gzipSync(document));
  } else response.writeHead(200, type).end(document);
}
