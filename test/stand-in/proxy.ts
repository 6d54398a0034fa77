import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

/** What it does with a request: leads it on, refuses it with a status, hangs up, or never says a word. */
type Manner = "leads" | number | "hangs up" | "is silent";

/** A proxy that takes CONNECT and plain requests, writes down whereto, and leads all of them to one port of this machine. */
export class ConnectProxy {
  manner: Manner = "leads";
  /** `name:password` without which it answers 407; undefined lets everybody in. */
  credentials: string | undefined;
  /** What it says it takes. */
  challenge = 'Basic realm="stand-in"';
  /** `host:port` as asked for, in order. */
  readonly tunnels: string[] = [];
  /** Addresses of requests that were no CONNECT. */
  readonly others: string[] = [];
  /** Credentials as they came, decoded, `undefined` for none. */
  readonly shown: (string | undefined)[] = [];
  readonly #leadsTo: number;
  readonly #server: Server;
  readonly #scheme: string;
  readonly #open = new Set<Duplex>();

  private constructor(leadsTo: number, tls: { key: string; cert: string } | undefined) {
    this.#leadsTo = leadsTo;
    this.#scheme = tls === undefined ? "http" : "https";
    const listener = (asked: IncomingMessage, response: ServerResponse): void =>
      this.#forward(asked, response);
    this.#server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
    this.#server.on("connect", (asked: IncomingMessage, client: Duplex) => {
      this.tunnels.push(asked.url ?? "");
      this.#keep(client);
      const answer = this.#judge(asked);
      if (answer === "leads") this.#lead(client);
      else if (answer === "hangs up") client.destroy();
      else if (answer !== "is silent") {
        client.end(`HTTP/1.1 ${answer} No\r\nproxy-authenticate: ${this.challenge}\r\n\r\n`);
      }
    });
  }

  static async start(leadsTo: number, tls?: { key: string; cert: string }): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(leadsTo, tls);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${this.port}`;
  }

  /** As if nobody had asked yet. */
  forget(): void {
    this.manner = "leads";
    this.credentials = undefined;
    this.challenge = 'Basic realm="stand-in"';
    for (const list of [this.tunnels, this.others, this.shown]) list.length = 0;
  }

  #judge(asked: IncomingMessage): Manner {
    const header = asked.headers["proxy-authorization"];
    const shown = header?.replace(/^Basic /, "");
    this.shown.push(shown === undefined ? undefined : Buffer.from(shown, "base64").toString());
    const isLetIn = this.credentials === undefined || this.shown.at(-1) === this.credentials;
    return isLetIn ? this.manner : 407;
  }

  #lead(client: Duplex): void {
    const upstream = connect(this.#leadsTo, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    this.#keep(upstream);
  }

  #forward(asked: IncomingMessage, response: ServerResponse): void {
    this.others.push(asked.url ?? "");
    const answer = this.#judge(asked);
    if (answer === "hangs up") response.destroy();
    else if (answer === "leads") {
      const { pathname, search } = new URL(asked.url ?? "", "http://no.example");
      const to = { port: this.#leadsTo, path: pathname + search, headers: asked.headers };
      request(to, (came) => {
        response.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(response);
      }).end();
    } else if (answer !== "is silent") {
      response.writeHead(answer, { "proxy-authenticate": this.challenge }).end();
    }
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
