import { escapeUnseen } from "../words/json-text.ts";

/** Where something lies in its part, in bytes, and the sum that tells whether it is as it was written. */
export type Place = readonly [offset: number, length: number, sum: number];

/** 32 bits that change where a byte does. */
export type SumOf = (bytes: Uint8Array) => number;

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but DEL
const needsNoEscape = /^[\x00-\x7e]*$/;
const firstRoom = 256 * 1024;
// of UTF-8 for each unit of UTF-16
const mostBytesPerUnit = 3;
const lineFeed = 10;

/** Collects JSON lines and where each of them lies. */
export class LineWriter {
  readonly #sumOf: SumOf;
  #bytes = new Uint8Array(firstRoom);
  #end = 0;

  constructor(sumOf: SumOf) {
    this.#sumOf = sumOf;
  }

  /** Adds `value` as one line of JSON, fit to be printed as it is; the place leaves out the line feed. */
  add(value: unknown): Place {
    const json = JSON.stringify(value);
    const line = needsNoEscape.test(json) ? json : escapeUnseen(json);
    this.#makeRoom(line.length * mostBytesPerUnit + 1);
    const offset = this.#end;
    const { written } = encoder.encodeInto(line, this.#bytes.subarray(offset));
    this.#bytes[offset + written] = lineFeed;
    this.#end = offset + written + 1;
    return [offset, written, this.#sumOf(this.#bytes.subarray(offset, offset + written))];
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  #makeRoom(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.bytes());
    this.#bytes = larger;
  }
}
