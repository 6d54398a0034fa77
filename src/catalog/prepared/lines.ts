import { escapeUnseen } from "../words/json-text.ts";

/** Where a line lies in its part, in bytes. */
export type Place = readonly [offset: number, length: number];

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const beyondAscii = /[^\x00-\x7f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but DEL
const needsNoEscape = /^[\x00-\x7e]*$/;

/** How many bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  return beyondAscii.test(text) ? encoder.encode(text).length : text.length;
}

/** Collects JSON lines and where each of them lies. */
export class LineWriter {
  readonly #lines: string[] = [];
  #end = 0;

  /** Adds `value` as one line of JSON, fit to be printed as it is; the place leaves out the line feed. */
  add(value: unknown): Place {
    const json = JSON.stringify(value);
    const isPlain = needsNoEscape.test(json);
    const line = isPlain ? json : escapeUnseen(json);
    const place = [this.#end, isPlain ? line.length : byteLength(line)] as const;
    this.#lines.push(line);
    this.#end += place[1] + 1;
    return place;
  }

  bytes(): Uint8Array {
    return this.#lines.length === 0
      ? new Uint8Array()
      : encoder.encode(`${this.#lines.join("\n")}\n`);
  }
}

const decoder = new TextDecoder();

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function parseLine<T>(bytes: Uint8Array): T {
  return JSON.parse(decoder.decode(bytes)) as T;
}
