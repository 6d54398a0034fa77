import type { Socket } from "node:net";
import type { SecureContext } from "node:tls";
import buildConnector from "undici/lib/core/connect.js";
import Client from "undici/lib/dispatcher/client.js";
import Pool from "undici/lib/dispatcher/pool.js";
import type { Dispatcher, buildConnector as types } from "undici";
import { ModelForgeError } from "../../failure.ts";
import type { HttpLimits } from "../ports.ts";
import { trustedCertificates } from "./http-certificates.ts";
import { ConnectionFailed, type Route } from "./http-errors.ts";
import { lookup } from "./http-lookup.ts";
import { lacksHttpsProxy, type Proxy, proxyFor } from "./http-proxy.ts";
import { authorization, CredentialsGate, proxyAnswered } from "./http-proxy-answer.ts";
import { asksForNoChecks, openChecked } from "./http-refused-checks.ts";
import { heardBefore, witness } from "./http-witness.ts";

export interface ConnectionSettings {
  limits: HttpLimits;
  variables: Readonly<Record<string, string | undefined>>;
}

export interface Asked {
  headers: Record<string, string>;
  limits: HttpLimits;
  signal: AbortSignal;
}

type Answer = Dispatcher.ResponseData;
type End = ConnectionFailed["end"];

/** Connections to servers, directly or through the proxy that is named for them, made when first needed. */
export class Connections {
  readonly #settings: ConnectionSettings;
  readonly #pools = new Map<string, Pool>();
  readonly #gates = new Map<string, CredentialsGate>();
  readonly #tunnelling = new Set<Client>();
  readonly #connectors = new Map<boolean, types.connector>();
  #isDestroyed = false;

  constructor(settings: ConnectionSettings) {
    this.#settings = settings;
  }

  /** Throws `network.bad-setting` where the variable that names the proxy cannot be read. */
  routeTo(url: URL): Route {
    const { variables } = this.#settings;
    return {
      url,
      proxy: proxyFor(url, variables),
      lacksHttpsProxy: lacksHttpsProxy(url, variables),
      checksRefused: asksForNoChecks(variables),
    };
  }

  /** Sends a request. Throws ours and foreign errors. */
  async ask({ url, proxy }: Route, { headers, limits, signal }: Asked): Promise<Answer> {
    const path = `${url.pathname}${url.search}`;
    const { idleMs } = limits;
    const timeouts = { headersTimeout: idleMs, bodyTimeout: idleMs };
    const request = { method: "GET" as const, signal, ...timeouts };
    if (proxy === undefined) {
      return this.#pool(url.origin, "", () => this.#connector("server", url.origin)).request({
        ...request,
        path,
        headers,
      });
    }
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
          throw heardBefore(error).status === 407 ? proxyAnswered(407, {}, proxy, url.host) : error;
        });
      if (answer.statusCode !== 407) return answer;
      answer.body.on("error", () => undefined).destroy();
      throw proxyAnswered(407, answer.headers, proxy, url.host);
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
          ? { timeout, lookup, rejectUnauthorized: true, ...this.#trust() }
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

  #trust(): { secureContext?: SecureContext } {
    const ca = trustedCertificates(this.#settings.variables);
    if (ca === undefined) return {};
    // made once: reading them all takes long
    return { secureContext: process.getBuiltinModule("node:tls").createSecureContext({ ca }) };
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
