import { readFileSync } from "node:fs";
import api from "undici/lib/api/index.js";
import Dispatcher from "undici/lib/dispatcher/dispatcher.js";
import EnvHttpProxyAgent from "undici/lib/dispatcher/env-http-proxy-agent.js";
import Pool from "undici/lib/dispatcher/pool.js";
import { ModelForgeError } from "../../failure.ts";
import type { Http, HttpLimits, HttpRequest, HttpResponse } from "../ports.ts";
import { readDecoded } from "./decode.ts";
import { translateHttpError } from "./http-errors.ts";

// the package's entrance does this; a proxy agent asks its clients to `connect`
Object.assign(Dispatcher.prototype, api);

type Agent = InstanceType<typeof EnvHttpProxyAgent>;

/** One connection pool per set of limits, made when first needed. */
export function createHttp(): Http {
  let agent: Agent | undefined;
  return {
    get: (wanted) => {
      agent ??= createAgent(wanted.limits);
      return get(agent, wanted);
    },
    close: async () => {
      await agent?.destroy();
      agent = undefined;
    },
  };
}

function createAgent(limits: HttpLimits): Agent {
  const ca = certificateAuthorities();
  const tls = ca === undefined ? {} : { ca };
  const { no_proxy, NO_PROXY } = process.env;
  const noProxy = [no_proxy ?? NO_PROXY ?? "", "localhost", "127.0.0.1", "[::1]", "::1"];
  return new EnvHttpProxyAgent({
    connect: { timeout: limits.connectMs, ...tls },
    requestTls: tls,
    proxyTls: tls,
    // what is plain http on this machine must not leave it for a proxy
    noProxy: noProxy.filter((entry) => entry !== "").join(","),
    connections: 2,
    clientFactory: (origin: URL, options: object) => proxyClient(origin, options, limits),
  });
}

/** undici waits five minutes for a proxy's answer, and tries for ever where it hangs up instead. */
function proxyClient(origin: URL, options: object, limits: HttpLimits): Pool {
  const client = new Pool(origin, { ...options, headersTimeout: limits.idleMs });
  const connect = client.connect.bind(client) as (wanted: unknown) => Promise<unknown>;
  return Object.assign(client, {
    connect: async (wanted: unknown) => {
      try {
        return await connect(wanted);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "UND_ERR_SOCKET") throw error;
        throw Object.assign(new Error("the proxy hung up", { cause: error }), {
          code: "ECONNRESET",
        });
      }
    },
  });
}

/** Node reads NODE_EXTRA_CA_CERTS by itself, but not beside a list of our own, and SSL_CERT_FILE never. */
function certificateAuthorities(): string[] | undefined {
  const { SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: extra } = process.env;
  if (file === undefined || file === "") return undefined;
  const files = [file, extra].filter((path) => path !== undefined && path !== "");
  const { rootCertificates } = process.getBuiltinModule("node:tls");
  return [...rootCertificates, ...files.map((path) => readCertificate(path as string))];
}

function readCertificate(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new ModelForgeError("file.unreadable", {
      message: `cannot read the certificates in ${path}`,
      hint: "correct or unset SSL_CERT_FILE and NODE_EXTRA_CA_CERTS",
      details: { path },
      cause,
    });
  }
}

async function get(agent: Agent, wanted: HttpRequest): Promise<HttpResponse> {
  const { url, limits } = wanted;
  const abort = new AbortController();
  const cancel = (): void => abort.abort("cancelled");
  if (wanted.signal?.aborted === true) cancel();
  wanted.signal?.addEventListener("abort", cancel, { once: true });
  const timer = setTimeout(() => abort.abort("timed out"), limits.totalMs);
  const finish = (): void => {
    clearTimeout(timer);
    wanted.signal?.removeEventListener("abort", cancel);
  };
  const translate = (error: unknown): ModelForgeError => {
    finish();
    return translateHttpError(error, url, limits, abort.signal.reason);
  };
  try {
    const answered = agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "GET",
      headers: wanted.headers,
      headersTimeout: limits.idleMs,
      bodyTimeout: limits.idleMs,
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
          throw translate(error);
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
    throw translate(error);
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
