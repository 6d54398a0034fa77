import { createServer, type ServerOptions } from "node:https";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Server } from "node:https";
import { smallCatalog } from "../stand-in/catalogs.ts";
import {
  type Certificate,
  makeCertificate,
  makeDatedCertificate,
  makeWeakCertificate,
} from "../stand-in/certificate.ts";
import { ConnectProxy } from "../stand-in/proxy.ts";
import { answering, closedHost, greeting, RawServer } from "../stand-in/raw-server.ts";
import { StandIn } from "../stand-in/stand-in.ts";

/** The name of the mirror, which nobody but a proxy knows. */
export const mirror = "models.test";

const names = [`DNS:${mirror}`, "IP:127.0.0.1"];
const strict = { requestCert: true, rejectUnauthorized: true };
const head = (status: number, header: string): ReturnType<typeof answering> =>
  answering(`HTTP/1.1 ${status} So\r\n${header}\r\ncontent-length: 0\r\n\r\n`);
const chunked =
  "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";

/** One setting of six bytes, the first thing an HTTP/2 server says. */
const http2Settings = Buffer.from("000006040000000000000300000064", "hex");

/** A mirror, proxies that lead to it, and ports at which something else answers. */
export class World {
  readonly certificates: Record<"own" | "expired" | "future" | "elsewhere" | "weak", Certificate>;
  mirror!: StandIn;
  plain!: StandIn;
  proxy!: ConnectProxy;
  secureProxy!: ConnectProxy;
  /** Proxies that lead to a port that takes the connection and stays silent, and to one that wants a certificate. */
  silentProxy!: ConnectProxy;
  strictProxy!: ConnectProxy;
  nobody!: string;
  readonly #raw = new Map<string, RawServer>();
  readonly #secure = new Map<string, Server>();
  readonly #came = new Map<string, number>();

  private constructor() {
    this.certificates = {
      own: makeCertificate(...names),
      expired: makeDatedCertificate("20200101000000Z", "20210101000000Z", ...names),
      future: makeDatedCertificate("20480101000000Z", "20490101000000Z", ...names),
      elsewhere: makeCertificate("DNS:somebody-else.example"),
      weak: makeWeakCertificate(...names),
    };
  }

  static async start(): Promise<World> {
    const world = new World();
    const { own, expired, future, elsewhere, weak } = world.certificates;
    [world.mirror, world.plain] = [await StandIn.start(own), await StandIn.start()];
    for (const one of [world.mirror, world.plain]) {
      one.serve("/api.json", smallCatalog());
      one.serve("/models.json", {});
    }
    world.proxy = await ConnectProxy.start(world.mirror.port);
    world.secureProxy = await ConnectProxy.start(world.mirror.port, own);
    world.nobody = await closedHost();
    const lax = "DEFAULT@SECLEVEL=0";
    await world.#listen({
      expired,
      future,
      elsewhere,
      weak: { ...weak, ciphers: lax },
      old: { ...own, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: lax },
      strange: { ...own, maxVersion: "TLSv1.2", ciphers: `NULL-SHA256:@SECLEVEL=0` },
      "HTTP/2 alone": { ...own, ALPNProtocols: ["h2"] },
      "wants a certificate in TLS 1.2": { ...own, ...strict, maxVersion: "TLSv1.2" },
      "wants a certificate in TLS 1.3": { ...own, ...strict, minVersion: "TLSv1.3" },
    });
    await world.#speak({
      ssh: greeting("SSH-2.0-OpenSSH_9.2\r\n"),
      alert: answering(Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46])),
      "HTTP/2 settings": answering(http2Settings),
      echo: (socket) => socket.pipe(socket),
      closing: (socket) => socket.destroy(),
      "bad chunk": answering(`${chunked}ZZ\r\n{}\r\n`),
      "cut chunk": answering(`${chunked}10\r\n{}\r\n`),
      short: answering("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}"),
      "two lengths": answering(
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}",
      ),
      "large headers": answering(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}\r\n\r\n`),
      "escape in the head": head(200, "x: \u001b[31m"),
      "bad name of a header": head(200, "not a name: x"),
      "same length twice": answering(
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\n{}",
      ),
      "length and chunks": answering(chunked.replace("\r\n", "\r\ncontent-length: 2\r\n")),
      "bad status": answering("HTTP/1.1 2x0 OK\r\n\r\n"),
      "401 with an escape": head(401, "www-authenticate: Basic \u001b[31m"),
      "407 with an escape": head(407, "proxy-authenticate: Basic \u001b[31m"),
      "407 with a large header": head(407, `x: ${"a".repeat(100_000)}`),
      "100": answering("HTTP/1.1 100 Continue\r\n\r\n"),
      "101": answering("HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"),
      silent: (socket) => socket.resume(),
      "plain http to tls": answering("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n"),
    });
    const portOf = (name: string): number => Number(world.host(name).split(":")[1]);
    world.silentProxy = await ConnectProxy.start(portOf("silent"));
    world.strictProxy = await ConnectProxy.start(portOf("wants a certificate in TLS 1.3"));
    return world;
  }

  /** The port of something that is no mirror. */
  host(name: string): string {
    const raw = this.#raw.get(name);
    if (raw !== undefined) return raw.host;
    const secure = this.#secure.get(name);
    if (secure === undefined) throw new Error(`nobody here is called ${name}`);
    return `127.0.0.1:${(secure.address() as AddressInfo).port}`;
  }

  /** Connections to such a port. */
  came(name: string): number {
    return this.#raw.get(name)?.connections ?? this.#came.get(name) ?? 0;
  }

  /** As if nobody had asked yet. */
  forget(): void {
    for (const one of [this.mirror, this.plain]) one.requests.length = 0;
    for (const one of [this.proxy, this.secureProxy, this.silentProxy, this.strictProxy])
      one.forget();
    for (const one of this.#raw.values()) one.connections = 0;
    this.#came.clear();
  }

  async stop(): Promise<void> {
    await Promise.all([
      this.mirror.stop(),
      this.plain.stop(),
      this.proxy.close(),
      this.secureProxy.close(),
      this.silentProxy.close(),
      this.strictProxy.close(),
      ...[...this.#raw.values()].map((one) => one.close()),
      ...[...this.#secure.values()].map(async (one) => {
        one.closeAllConnections();
        one.close();
        await once(one, "close");
      }),
    ]);
  }

  async #listen(all: Record<string, ServerOptions>): Promise<void> {
    for (const [name, options] of Object.entries(all)) {
      const server = createServer(options, (_, response) => response.end("{}"));
      server.on("connection", () => this.#came.set(name, this.came(name) + 1));
      server.on("tlsClientError", () => undefined).listen(0, "127.0.0.1");
      await once(server, "listening");
      this.#secure.set(name, server);
    }
  }

  async #speak(all: Record<string, Parameters<typeof RawServer.start>[0]>): Promise<void> {
    for (const [name, speak] of Object.entries(all)) {
      this.#raw.set(name, await RawServer.start(speak));
    }
  }
}
