import api from "undici/lib/api/index.js";
import Dispatcher from "undici/lib/dispatcher/dispatcher.js";
import type { ModelForgeError } from "../../failure.ts";
import type { Http, HttpRequest, HttpResponse } from "../ports.ts";
import { readDecoded } from "./decode.ts";
import { Connections } from "./http-proxied.ts";
import { translateHttpError } from "./http-errors.ts";
import { proxyFor } from "./http-proxy.ts";
import type { Phase } from "./http-error-codes.ts";

// the package's entrance does this
Object.assign(Dispatcher.prototype, api);

/** One connection pool per set of limits, made when first needed. */
export function createHttp(): Http {
  let connections: Connections | undefined;
  const variables = process.env;
  return {
    get: (wanted) => {
      connections ??= new Connections({ limits: wanted.limits, variables });
      return get(connections, wanted);
    },
    proxyFor: (url) => proxyFor(url, variables),
    close: async () => {
      await connections?.destroy();
      connections = undefined;
    },
  };
}

async function get(connections: Connections, wanted: HttpRequest): Promise<HttpResponse> {
  const { url, limits } = wanted;
  const route = connections.routeTo(url);
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
    const answered = connections.ask(route, {
      headers: wanted.headers,
      limits,
      signal: abort.signal,
    });
    // a request that waits for a proxy's tunnel does not hear the signal
    const answer = await Promise.race([answered, rejectedBy(abort.signal)]);
    const headers = readHeaders(answer.headers);
    return {
      status: answer.statusCode,
      headers,
      body: async () => {
        try {
          return await readDecoded(answer.body, headers, wanted);
        } catch (error) {
          answer.body.on("error", () => undefined).destroy();
          throw translate(error, "body");
        } finally {
          finish();
        }
      },
      dispose: () => {
        finish();
        // an aborted body reports its own abortion
        answer.body.on("error", () => undefined).destroy();
      },
    };
  } catch (error) {
    throw translate(error, "head");
  }
}

async function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error(String(signal.reason)));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

function readHeaders(
  raw: Record<string, string | string[] | undefined>,
): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers.set(name.toLowerCase(), [value].flat().join(", "));
  }
  return headers;
}
