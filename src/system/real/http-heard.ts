/** What began the answer during which a connection ended, by the error that ended it. */
const beginnings = new WeakMap<Error, string>();
const longest = "HTTP/1.1 200".length;

/** How an answer begins, which is forgotten where its head cannot be read. */
export class Beginning {
  #text = "";

  /** Takes the next bytes; those of another answer on the same connection take the place of the first. */
  hear(bytes: Buffer): void {
    const text = bytes.toString("latin1", 0, longest);
    if (text.startsWith("HTTP/")) this.#text = text;
    else if (this.#text.length < longest) this.#text += text;
  }

  /** Notes it for an error. */
  ended(error: Error): void {
    beginnings.set(error, this.#text.slice(0, longest));
  }
}

/** What is known of the answer during which a connection ended. */
export interface Heard {
  /** Whether it began as HTTP does. */
  isHttp: boolean;
  /** Undefined where it did not come that far. */
  status: number | undefined;
}

export function heardBefore(error: unknown): Heard {
  for (let current = error; current instanceof Error; current = current.cause) {
    const beginning = beginnings.get(current);
    if (beginning === undefined) continue;
    const status = /^HTTP\/\d\.\d (\d{3})$/.exec(beginning)?.[1];
    return {
      isHttp: beginning.startsWith("HTTP/"),
      status: status === undefined ? undefined : Number(status),
    };
  }
  return { isHttp: false, status: undefined };
}
