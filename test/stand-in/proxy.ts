import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

/** What it does with a CONNECT: leads it on, refuses it with a status, hangs up, or never says a word. */
type Manner = "leads" | 403 | 407 | 502 | "hangs up" | "is silent";

/** A proxy that takes CONNECT, writes down whereto, and leads every tunnel to one port of this machine. */
export class ConnectProxy {
  manner: Manner = "leads";
  /** `host:port` as asked for, in order. */
  readonly tunnels: string[] = [];
  /** Requests that were no CONNECT. */
  readonly others: string[] = [];
  readonly #server: Server;
  readonly #open = new Set<Duplex>();

  private constructor(leadsTo: number) {
    this.#server = createServer((request, response) => {
      this.others.push(request.url ?? "");
      response.writeHead(405).end();
    });
    this.#server.on("connect", (request: IncomingMessage, client: Duplex) => {
      this.tunnels.push(request.url ?? "");
      this.#keep(client);
      if (this.manner === "leads") this.#lead(client, leadsTo);
      else if (this.manner === "hangs up") client.destroy();
      else if (this.manner !== "is silent") client.end(`HTTP/1.1 ${this.manner} No\r\n\r\n`);
    });
  }

  static async start(leadsTo: number): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(leadsTo);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #lead(client: Duplex, port: number): void {
    const upstream = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    this.#keep(upstream);
  }

  #keep(end: Duplex): void {
    this.#open.add(end);
    // either end may hang up at any time
    end.on("error", () => undefined).on("close", () => this.#open.delete(end));
  }

  async close(): Promise<void> {
    for (const end of this.#open) end.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}
