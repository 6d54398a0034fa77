/** Where a line lies in its part, in bytes. */
export type Place = readonly [offset: number, length: number];

/** Collects JSON lines and where each of them lies. */
export class LineWriter {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(1 << 16);
  #end = 0;

  /** Adds `value` as one line of JSON; the place leaves out the line feed. */
  add(value: unknown): Place {
    const text = JSON.stringify(value);
    // no character takes more than three bytes of UTF-8 per code unit
    this.#reserve(text.length * 3 + 1);
    const offset = this.#end;
    const { written } = this.#encoder.encodeInto(text, this.#bytes.subarray(offset));
    this.#bytes[offset + written] = 10;
    this.#end = offset + written + 1;
    return [offset, written];
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  #reserve(needed: number): void {
    if (this.#end + needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#end + needed));
    larger.set(this.bytes());
    this.#bytes = larger;
  }
}

const decoder = new TextDecoder();

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function parseLine<T>(bytes: Uint8Array): T {
  return JSON.parse(decoder.decode(bytes)) as T;
}
