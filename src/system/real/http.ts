import type { ModelForgeError } from "../../failure.ts";
import type { Http, HttpRequest, HttpResponse } from "../ports.ts";
import { readDecoded } from "./decode.ts";
import type { Answer, Asked } from "./http-answer.ts";
import { DirectConnections } from "./http-direct.ts";
import type { Phase } from "./http-error-codes.ts";
import { type Route, translateHttpError } from "./http-errors.ts";
import type { ProxiedConnections } from "./http-proxied.ts";
import { lacksHttpsProxy, proxyFor } from "./http-proxy.ts";
import { asksForNoChecks } from "./http-refused-checks.ts";

/** `onProxied` is called once, when what leads through a proxy has been loaded. */
export function createHttp(onProxied: () => void = () => undefined): Http {
  let ways = new Ways(onProxied);
  return {
    get: (wanted) => get(ways, wanted),
    proxyFor: (url) => proxyFor(url, process.env),
    close: async () => {
      const closing = ways;
      ways = new Ways(onProxied);
      await closing.destroy();
    },
  };
}

/** The two ways to a server, each with its connections. */
class Ways {
  readonly #onProxied: () => void;
  readonly #direct = new DirectConnections();
  #proxied: Promise<ProxiedConnections> | undefined;

  constructor(onProxied: () => void) {
    this.#onProxied = onProxied;
  }

  async ask({ url, proxy }: Route, asked: Asked): Promise<Answer> {
    return proxy === undefined
      ? this.#direct.ask(url, asked)
      : (await this.#byProxy(asked)).ask(url, proxy, asked);
  }

  async destroy(): Promise<void> {
    this.#direct.destroy();
    await (await this.#proxied)?.destroy();
  }

  /** Six times the code, for those who need it. */
  async #byProxy({ limits }: Asked): Promise<ProxiedConnections> {
    this.#proxied ??= import("./http-proxied.ts").then(({ ProxiedConnections: Connections }) => {
      const connections = new Connections({ limits, variables: process.env });
      this.#onProxied();
      return connections;
    });
    return this.#proxied;
  }
}

async function get(ways: Ways, wanted: HttpRequest): Promise<HttpResponse> {
  const { limits } = wanted;
  const route = routeTo(wanted.url);
  const abort = new AbortController();
  const cancel = (): void => abort.abort("cancelled");
  if (wanted.signal?.aborted === true) cancel();
  wanted.signal?.addEventListener("abort", cancel, { once: true });
  const timer = setTimeout(() => abort.abort("timed out"), limits.totalMs);
  const finish = (): void => {
    clearTimeout(timer);
    wanted.signal?.removeEventListener("abort", cancel);
  };
  const translate = (error: unknown, phase: Phase): ModelForgeError => {
    finish();
    return translateHttpError(error, route, {
      limits,
      phase,
      abortReason: abort.signal.reason,
    });
  };
  try {
    const answer = await answered(ways, route, { ...wanted, signal: abort.signal });
    const { status, headers } = answer;
    return {
      status,
      headers,
      body: async () => {
        try {
          return await readDecoded(answer.body, headers, wanted);
        } catch (error) {
          answer.drop();
          throw translate(error, "body");
        } finally {
          finish();
        }
      },
      dispose: () => {
        finish();
        answer.drop();
      },
    };
  } catch (error) {
    throw translate(error, "head");
  }
}

/** Throws `network.bad-setting` where the variable that names the proxy cannot be read. */
function routeTo(url: URL): Route {
  const { env } = process;
  return {
    url,
    proxy: proxyFor(url, env),
    lacksHttpsProxy: lacksHttpsProxy(url, env),
    checksRefused: asksForNoChecks(env),
  };
}

/** A request that waits for a proxy's tunnel does not hear the signal. */
async function answered(ways: Ways, route: Route, asked: Asked): Promise<Answer> {
  const { signal } = asked;
  const failing = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new Error(String(signal.reason)));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  return signal.aborted ? failing : Promise.race([ways.ask(route, asked), failing]);
}
