/** Where a line lies in its part, in bytes. */
export type Place = readonly [offset: number, length: number];

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const beyondAscii = /[^\x00-\x7f]/;

/** How many bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  return beyondAscii.test(text) ? encoder.encode(text).length : text.length;
}

/** Collects JSON lines and where each of them lies. */
export class LineWriter {
  readonly #lines: string[] = [];
  #end = 0;

  /** Adds `value` as one line of JSON; the place leaves out the line feed. */
  add(value: unknown): Place {
    const line = JSON.stringify(value);
    const place = [this.#end, byteLength(line)] as const;
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
