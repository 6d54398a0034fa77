import type { Socket } from "node:net";
import api from "undici/lib/api/index.js";
import buildConnector from "undici/lib/core/connect.js";
import Client from "undici/lib/dispatcher/client.js";
import Pool from "undici/lib/dispatcher/pool.js";
import Dispatcher from "undici/lib/dispatcher/dispatcher.js";
import type { buildConnector as types } from "undici";
import { ModelForgeError } from "../../failure.ts";
import type { HttpLimits } from "../ports.ts";
import type { Answer, Asked } from "./http-answer.ts";
import { secureContext } from "./http-certificates.ts";
import { ConnectionFailed } from "./http-errors.ts";
import { heardBefore } from "./http-heard.ts";
import { lookup } from "./http-lookup.ts";
import type { Proxy } from "./http-proxy.ts";
import { authorization, CredentialsGate, isOfWhoAsks, proxyAnswered } from "./http-proxy-answer.ts";
import { openChecked } from "./http-refused-checks.ts";
import { witness } from "./http-witness.ts";

// the package's entrance does this
Object.assign(Dispatcher.prototype, api);

export interface ConnectionSettings {
  limits: HttpLimits;
  variables: Readonly<Record<string, string | undefined>>;
}

type Received = Dispatcher.ResponseData;
type End = ConnectionFailed["end"];

/** Connections to servers by way of the proxies that are named for them, made when first needed. */
export class ProxiedConnections {
  readonly #settings: ConnectionSettings;
  readonly #pools = new Map<string, Pool>();
  readonly #gates = new Map<string, CredentialsGate>();
  readonly #tunnelling = new Set<Client>();
  readonly #connectors = new Map<boolean, types.connector>();
  #isDestroyed = false;

  constructor(settings: ConnectionSettings) {
    this.#settings = settings;
  }

  /** Sends a request. Throws ours and foreign errors. */
  async ask(url: URL, proxy: Proxy, asked: Asked): Promise<Answer> {
    const { statusCode, headers, body } = await this.#receive(url, proxy, asked);
    return {
      status: statusCode,
      headers: readHeaders(headers),
      body,
      // an aborted body reports its own abortion
      drop: () => void body.on("error", () => undefined).destroy(),
    };
  }

  async #receive(
    url: URL,
    proxy: Proxy,
    { headers, body, limits, signal }: Asked,
  ): Promise<Received> {
    const path = `${url.pathname}${url.search}`;
    const { idleMs } = limits;
    const timeouts = { headersTimeout: idleMs, bodyTimeout: idleMs };
    const said =
      body === undefined ? { method: "GET" as const } : { method: "POST" as const, body };
    const request = { ...said, signal, ...timeouts };
    if (url.protocol === "https:") {
      const pool = this.#pool(url.origin, proxy.origin, () => this.#tunnel(url, proxy));
      return pool.request({ ...request, path, headers });
    }
    const pool = this.#pool(proxy.origin, "", () => this.#connector("proxy", proxy.origin));
    const forwarded = { ...headers, ...authorization(proxy), host: url.host };
    return this.#gated(proxy, async () => {
      const answer = await pool
        .request({ ...request, path: `${url.origin}${path}`, headers: forwarded })
        .catch((error: unknown) => {
          // credentials are refused whatever the rest of the answer looks like
          const { status } = heardBefore(error);
          throw isOfWhoAsks(status) ? proxyAnswered(status, {}, proxy, url.host) : error;
        });
      const { statusCode } = answer;
      if (!isOfWhoAsks(statusCode)) return answer;
      answer.body.on("error", () => undefined).destroy();
      throw proxyAnswered(statusCode, answer.headers, proxy, url.host);
    });
  }

  async destroy(): Promise<void> {
    this.#isDestroyed = true;
    const all = [...this.#pools.values(), ...this.#tunnelling];
    this.#pools.clear();
    await Promise.all(all.map((one) => one.destroy()));
  }

  #pool(origin: string, by: string, connector: () => types.connector): Pool {
    const name = `${origin} ${by}`;
    const known = this.#pools.get(name);
    if (known !== undefined) return known;
    const pool = new Pool(origin, { connect: connector(), connections: 2 });
    this.#pools.set(name, pool);
    return pool;
  }

  /** Says at which end of the way a connection failed. Certificates are checked whatever the environment asks for. */
  #connector(end: End, origin: string): types.connector {
    const isSecure = origin.startsWith("https:");
    const timeout = this.#settings.limits.connectMs;
    const connect =
      this.#connectors.get(isSecure) ??
      buildConnector(
        isSecure
          ? {
              timeout,
              lookup,
              rejectUnauthorized: true,
              secureContext: secureContext(this.#settings.variables),
            }
          : { timeout, lookup },
      );
    this.#connectors.set(isSecure, connect);
    return (options, callback) => {
      let isTaken = options.httpSocket !== undefined;
      const opened: types.Callback = (...[error, socket]) => {
        if (error === null) {
          witness(socket);
          callback(null, socket);
        } else callback(new ConnectionFailed(end, isTaken ? ofHandshake(error) : error), null);
      };
      // the types say nothing of the socket that is being connected
      const connecting = openChecked(() => connect(options, opened)) as unknown as Socket;
      connecting.once("connect", () => {
        isTaken = isSecure;
      });
    };
  }

  /** Connects through a tunnel that the proxy leads on. */
  #tunnel(url: URL, proxy: Proxy): types.connector {
    const connect = this.#connector("server", url.origin);
    return (options, callback) => {
      const lead = async (): Promise<void> => {
        try {
          const httpSocket = await this.#gated(proxy, () => this.#openTunnel(url, proxy));
          connect({ ...options, httpSocket }, callback);
        } catch (error) {
          callback(error as Error, null);
        }
      };
      void lead();
    };
  }

  async #openTunnel(url: URL, proxy: Proxy): Promise<Socket> {
    // what waited for its turn may come too late
    if (this.#isDestroyed) throw new Error("the connections have been closed");
    const connect = this.#connector("proxy", proxy.origin);
    // undici waits five minutes for a proxy's answer
    const headersTimeout = this.#settings.limits.idleMs;
    const client = new Client(proxy.origin, { connect, headersTimeout });
    this.#tunnelling.add(client);
    const path = `${url.hostname}:${url.port === "" ? 443 : url.port}`;
    const headers = { host: path, "proxy-connection": "keep-alive", ...authorization(proxy) };
    try {
      const answer = await client.connect({ path, headers });
      if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.socket as Socket;
      answer.socket.on("error", () => undefined).destroy();
      throw proxyAnswered(answer.statusCode, answer.headers, proxy, url.host);
    } catch (error) {
      const isNamed = error instanceof ModelForgeError || error instanceof ConnectionFailed;
      if (isNamed) throw error;
      const { status } = heardBefore(error);
      const isRefusal = status !== undefined && (status < 200 || status >= 300);
      if (isRefusal) throw proxyAnswered(status, {}, proxy, url.host);
      throw new ConnectionFailed("proxy", error);
    } finally {
      this.#tunnelling.delete(client);
      // a tunnel that was led on is no longer the client's
      void client.destroy();
    }
  }

  #gated<T>(proxy: Proxy, ask: () => Promise<T>): Promise<T> {
    if (proxy.credentials === undefined) return ask();
    const gate = this.#gates.get(proxy.origin) ?? new CredentialsGate();
    this.#gates.set(proxy.origin, gate);
    return gate.pass(ask);
  }
}

/** undici has one name for whatever takes too long until a connection can be used. */
function ofHandshake(error: Error): Error {
  const isLate = (error as NodeJS.ErrnoException).code === "UND_ERR_CONNECT_TIMEOUT";
  return isLate
    ? Object.assign(new Error(error.message), { code: "ERR_TLS_HANDSHAKE_TIMEOUT" })
    : error;
}

function readHeaders(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers.set(name.toLowerCase(), [value].flat().join(", "));
  }
  return headers;
}
