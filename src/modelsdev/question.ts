import type { Codec, Environment } from "../system/ports.ts";
import type { Source } from "./source.ts";

/** What decides how a source is reached, and with whose name. */
const variables = [
  ...["https_proxy", "all_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]),
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
];
// enough to tell two passwords apart, and too little to find one out by
const sealDigits = 4;
const saltBytes = 8;

/** How a source is asked: with which credentials, by way of which proxy, trusting whom. What failed one way may go well another. */
export class Question {
  readonly #source: Source;
  readonly #machine: { environment: Environment; codec: Codec };

  constructor(source: Source, machine: { environment: Environment; codec: Codec }) {
    this.#source = source;
    this.#machine = machine;
  }

  /** To be written down: it can be compared, and holds nothing of what is secret. */
  seal(): string {
    return this.#sealWith(this.#machine.codec.randomHex(saltBytes));
  }

  /** Whether the question that was sealed is this one. */
  isSealedBy(seal: string): boolean {
    return this.#sealWith(seal.slice(0, 2 * saltBytes)) === seal;
  }

  #sealWith(salt: string): string {
    const source = this.#source;
    const { environment, codec } = this.#machine;
    const own =
      source.kind === "url" ? [source.catalogUrl.username, source.catalogUrl.password] : [];
    const set = variables.map((name) => environment.get(name) ?? null);
    const sum = codec.sha256(`${salt} ${JSON.stringify([own, set])}`);
    return `${salt}${sum.slice(0, sealDigits)}`;
  }
}
