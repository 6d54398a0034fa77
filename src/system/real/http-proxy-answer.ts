import { ModelForgeError } from "../../failure.ts";
import { proxyName } from "./http-errors.ts";
import type { Proxy } from "./http-proxy.ts";

const networkLogin = 511;

/** What a proxy says to whoever asks, whatever was asked for: asking again says it again, and sends the credentials again. */
export function isOfWhoAsks(status: unknown): status is number {
  return status === 407 || status === networkLogin;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What a proxy says where it does not do what it was asked for. */
export function proxyAnswered(
  status: number,
  headers: Headers,
  proxy: Proxy,
  host: string,
): ModelForgeError {
  const name = proxyName(proxy);
  const details = { proxy: proxy.host, variable: proxy.variable, status };
  if (status === 407) {
    const given = proxy.credentials !== undefined;
    return new ModelForgeError("network.proxy-refused", {
      message: `${name} answers 407: it ${given ? "refuses the name and password it was given" : "wants a name and password"}`,
      hint: credentialsHint(proxy, [headers["proxy-authenticate"]].flat().join(", ")),
      details,
    });
  }
  if (status === networkLogin) {
    return new ModelForgeError("network.refused", {
      message: `${name} answers 511: this network wants a login before it lets anything through`,
      hint: "open any page in a browser, log in, and try again",
      details,
    });
  }
  if (status < 200 || status === 405 || status === 501) {
    return new ModelForgeError("network.proxy-refused", {
      message: `${name} opens no tunnel to ${host}: it answers ${status}${status < 200 ? "" : ", and knows no CONNECT"}`,
      hint: `check that ${proxy.variable} names a proxy for https; if ${host} is reached without one, name it in NO_PROXY`,
      details,
    });
  }
  if (status >= 500) {
    return new ModelForgeError("network.unreachable", {
      message: `${name} cannot reach ${host}: it answers ${status}`,
      hint: `check the address; if ${host} is reached without a proxy, name it in NO_PROXY`,
      details,
    });
  }
  return new ModelForgeError("network.proxy-refused", {
    message: `${name} does not let the request through to ${host}: it answers ${status}`,
    hint: `ask whoever runs the proxy to allow ${host}; if it is reached without a proxy, name it in NO_PROXY`,
    details,
  });
}

/** `wanted` is what the proxy takes: `Basic realm="office"`, `Negotiate, NTLM`. */
function credentialsHint({ variable, host, origin, credentials }: Proxy, wanted: string): string {
  if (wanted !== "" && !/\bbasic\b/i.test(wanted)) {
    return "it does not take a plain name and password (Basic), and ModelForge knows no other way: ask for one, or go through a relay on this machine that knows the proxy's way";
  }
  const scheme = origin.slice(0, origin.indexOf("/"));
  return credentials === undefined
    ? `write ${variable} like ${scheme}//name:password@${host}, with special characters as %40`
    : `correct them in ${variable}; they were sent once only, for asking again can lock an account`;
}

/** What a proxy is told about who asks. */
export function authorization({ credentials }: Proxy): Record<string, string> {
  if (credentials === undefined) return {};
  return { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
}

/**
 * Credentials whose worth is not known yet go out with one request at a time, and never again once they were
 * refused: asking again can lock an account.
 */
export class CredentialsGate {
  #isOpen = false;
  #refusal: ModelForgeError | undefined;
  #before: Promise<void> = Promise.resolve();

  async pass<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#isOpen) return ask();
    const before = this.#before;
    let done = (): void => undefined;
    this.#before = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      if (this.#refusal !== undefined) throw this.#refusal;
      const answer = await ask();
      this.#isOpen = true;
      return answer;
    } catch (error) {
      if (error instanceof ModelForgeError && isOfWhoAsks(error.details.status))
        this.#refusal = error;
      throw error;
    } finally {
      done();
    }
  }
}
