import { ModelForgeError } from "../failure.ts";
import type { Codec, Environment, Http } from "../system/ports.ts";
import type { Source } from "./source.ts";

/** What decides whom a connection trusts. */
const trusts = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"];
// enough to tell two passwords apart, and too little to find one out by
const sealDigits = 4;
const saltBytes = 8;

/**
 * `whole`: how a source is asked, with which credentials, by way of which proxy, trusting whom; what failed one way may
 * go well another. `credentials`: the same without the trust, which lets nobody in who was refused.
 */
export type Part = "whole" | "credentials";

interface Machine {
  environment: Pick<Environment, "get">;
  codec: Codec;
  http: Pick<Http, "proxyFor">;
}

/** How a source is asked, as far as it can come out otherwise. */
export class Question {
  readonly #source: Source;
  readonly #machine: Machine;

  constructor(source: Source, machine: Machine) {
    this.#source = source;
    this.#machine = machine;
  }

  /** To be written down: it can be compared, and holds nothing of what is secret. */
  seal(part: Part): string {
    return this.#sealWith(this.#machine.codec.randomHex(saltBytes), part);
  }

  /** Whether the question that was sealed is this one. */
  isSealedBy(seal: string, part: Part): boolean {
    return this.#sealWith(seal.slice(0, 2 * saltBytes), part) === seal;
  }

  #sealWith(salt: string, part: Part): string {
    const { environment, codec } = this.#machine;
    const trusted = trusts.map((name) => environment.get(name) ?? null);
    const asked = [...this.#shown(), ...(part === "whole" ? trusted : [])];
    const sum = codec.sha256(`${salt} ${JSON.stringify(asked)}`);
    return `${salt}${sum.slice(0, sealDigits)}`;
  }

  /** What the source and the proxy on the way to it are shown, whichever variables it is from. */
  #shown(): (string | null)[] {
    if (this.#source.kind === "file") return [];
    const { catalogUrl } = this.#source;
    const { username, password, pathname, search } = catalogUrl;
    return [username, password, pathname + search, ...this.#proxyFor(catalogUrl)];
  }

  #proxyFor(url: URL): (string | null)[] {
    try {
      const proxy = this.#machine.http.proxyFor(url);
      return proxy === undefined ? [] : [proxy.origin, proxy.credentials ?? null];
    } catch (error) {
      // a variable that cannot be read: nobody is asked until it is corrected
      if (error instanceof ModelForgeError) return [error.code];
      throw error;
    }
  }
}
