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

type Variables = Readonly<Record<string, string | undefined>>;

interface HttpOptions {
  /** Where proxies and certificates to trust are named. */
  variables?: Variables;
  /** Called once, when what leads through a proxy has been loaded. */
  onProxied?: () => void;
}

export function createHttp({ variables = process.env, onProxied }: HttpOptions = {}): Http {
  const make = (): Ways => new Ways(variables, onProxied);
  let ways = make();
  return {
    get: async (wanted) => send(ways, wanted, routeTo(wanted.url, variables)),
    post: async (wanted) => send(ways, wanted, routeTo(wanted.url, variables)),
    proxyFor: (url) => proxyFor(url, variables),
    close: async () => {
      const closing = ways;
      ways = make();
      await closing.destroy();
    },
  };
}

/** The two ways to a server, each with its connections. */
class Ways {
  readonly #variables: Variables;
  readonly #onProxied: (() => void) | undefined;
  readonly #direct: DirectConnections;
  #proxied: Promise<ProxiedConnections> | undefined;

  constructor(variables: Variables, onProxied: (() => void) | undefined) {
    this.#variables = variables;
    this.#onProxied = onProxied;
    this.#direct = new DirectConnections(variables);
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

  /** Sixteen times the code, for those who need it. */
  async #byProxy({ limits }: Asked): Promise<ProxiedConnections> {
    this.#proxied ??= import("./http-proxied.ts").then(({ ProxiedConnections: Connections }) => {
      this.#onProxied?.();
      return new Connections({ limits, variables: this.#variables });
    });
    return this.#proxied;
  }
}

async function send(
  ways: Ways,
  wanted: HttpRequest & { body?: string },
  route: Route,
): Promise<HttpResponse> {
  const { limits } = wanted;
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
    let brotli: Uint8Array | undefined;
    return {
      status,
      headers,
      body: async () => {
        // either may give a length, that of what it stands for
        if (status === 304 || status === 204) {
          finish();
          answer.drop();
          return new Uint8Array();
        }
        try {
          const decoded = await readDecoded(answer.body, headers, wanted);
          ({ brotli } = decoded);
          return decoded.bytes;
        } catch (error) {
          answer.drop();
          throw translate(error, "body");
        } finally {
          finish();
        }
      },
      brotli: () => brotli,
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
function routeTo(url: URL, variables: Variables): Route {
  return {
    url,
    proxy: proxyFor(url, variables),
    lacksHttpsProxy: lacksHttpsProxy(url, variables),
    checksRefused: asksForNoChecks(variables),
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
