import { escapeUnseen } from "../words/json-text.ts";

/** Where something lies in its part, in bytes, and the sum that tells whether it is as it was written. */
export type Place = readonly [offset: number, length: number, sum: number];

/** As it stands in JSON: `[0,1874,2841093847]`. Many are written several times. */
export function placeText([offset, length, sum]: Place): string {
  return `[${offset},${length},${sum}]`;
}

/** 32 bits that change where a byte does. */
export type SumOf = (bytes: Uint8Array) => number;

const encoder = new TextEncoder();
const firstRoom = 256 * 1024;
// of UTF-8 for each unit of UTF-16
const mostBytesPerUnit = 3;
const lineFeed = 10;
// of ASCII alone what is not seen
const del = "\u007f";

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
    return this.addText(JSON.stringify(value));
  }

  /** The same of what is JSON already. */
  addText(json: string): Place {
    const offset = this.#end;
    let written = this.#write(json);
    // a byte for each unit is ASCII; almost every line is, and looking at each of its units takes as long as writing it
    if (written > json.length || json.includes(del)) written = this.#write(escapeUnseen(json));
    this.#bytes[offset + written] = lineFeed;
    this.#end = offset + written + 1;
    return [offset, written, this.#sumOf(this.#bytes.subarray(offset, offset + written))];
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  /** Behind what there is, with room for a line feed; gives the number of bytes. */
  #write(line: string): number {
    this.#makeRoom(line.length * mostBytesPerUnit + 1);
    return encoder.encodeInto(line, this.#bytes.subarray(this.#end)).written;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.bytes());
    this.#bytes = larger;
  }
}
