import { escapeUnseen } from "../words/json-text.ts";
import { numbersPerPlace, type Place, type Places, type SumOf } from "./lines.ts";

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
  #sum = 0;

  constructor(sumOf: SumOf) {
    this.#sumOf = sumOf;
  }

  /** Adds `value` as one line of JSON, fit to be printed as it is; the place leaves out the line feed. */
  add(value: unknown): Place {
    const offset = this.#end;
    return [offset, this.#add(JSON.stringify(value)), this.#sum];
  }

  /** The same of many. */
  addAll(values: readonly unknown[]): Places {
    return this.addTexts(values, (value) => JSON.stringify(value));
  }

  /**
   * The same of what is made JSON of in another way. `order` names every position once, as the lines are to follow each
   * other; places are by position all the same.
   */
  addTexts<Value>(
    values: readonly Value[],
    jsonOf: (value: Value, at: number) => string,
    order?: Uint32Array,
  ): Places {
    const { length } = values;
    const places = new Uint32Array(length * numbersPerPlace);
    for (let turn = 0; turn < length; turn += 1) {
      const at = order === undefined ? turn : (order[turn] as number);
      const place = at * numbersPerPlace;
      places[place] = this.#end;
      places[place + 1] = this.#add(jsonOf(values[at] as Value, at));
      places[place + 2] = this.#sum;
    }
    return places;
  }

  /** Gives its length, and leaves its sum. */
  #add(json: string): number {
    const offset = this.#end;
    let written = this.#write(json);
    // a byte for each unit is ASCII; almost every line is, and looking at each of its units takes as long as writing it
    if (written > json.length || json.includes(del)) written = this.#write(escapeUnseen(json));
    this.#bytes[offset + written] = lineFeed;
    this.#end = offset + written + 1;
    this.#sum = this.#sumOf(this.#bytes.subarray(offset, offset + written));
    return written;
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
