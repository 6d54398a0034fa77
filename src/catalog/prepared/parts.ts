import { decodeText } from "../words/utf8.ts";
import { listFor } from "./json-list.ts";
import type { Place } from "./lines.ts";

/** The prepared files of a generation, each read by one kind of question. */
export const partNames = [
  "models.jsonl",
  "wire.jsonl",
  "providers.jsonl",
  "facts.jsonl",
  "groups.jsonl",
  "refs.json",
  "ids.json",
  "lookup.bin",
  "columns.bin",
  "search.bin",
  "variables.json",
  "rankings.jsonl",
  "uses.bin",
  "not-understood.json",
] as const;

export type PartName = (typeof partNames)[number];

/** What is worked out for one kind of question. */
export interface PreparedPart {
  bytes: Uint8Array;
  /** What whoever reads it has to know besides: where its directory lies, or how many entries it has. */
  root: readonly number[];
}

/** One part, read piece by piece. Throws where what is asked for is missing or damaged. */
export interface Part {
  readonly root: readonly number[];
  /** Bytes compared with the sum in their place. */
  read(place: Place): Uint8Array;
  /** What lies in several places as the bytes of a JSON list, each compared with its sum. */
  list(places: readonly Place[]): Uint8Array;
  /** Whole words that lie there twice, compared with their second copy and with the mark between the two. */
  mirrored(place: Place): Uint8Array;
  /** Bytes that nothing proves but the sum of what they lead to. */
  peek(offset: number, length: number): Uint8Array;
  /** All of it, compared with its sum. */
  whole(): Uint8Array;
  /** Bytes in UTF-8 as text. */
  text(bytes: Uint8Array): string;
}

/** Gives the parts of one generation. */
export type Parts = (name: PartName) => Part;

/**
 * Raised when the layout of any part changes, or an answer that is kept in one: a version prepares its own from the stored
 * body, beside those of others.
 * A test holds the digest of a small catalog's prepared form.
 */
export const preparedVersion = 20;

const nothing: PreparedPart = { bytes: new Uint8Array(), root: [] };

/** Parts that live in memory, where they could not be written. */
export function memoryParts(prepared: ReadonlyMap<PartName, PreparedPart>): Parts {
  return (name) => {
    const { bytes, root } = prepared.get(name) ?? nothing;
    const peek = (offset: number, length: number): Uint8Array =>
      bytes.subarray(offset, offset + length);
    return {
      root,
      peek,
      read: ([offset, length]) => peek(offset, length),
      list: (places) => {
        const { bytes: list, pieces } = listFor(places);
        for (const [at, [offset, length]] of places.entries())
          list.set(peek(offset, length), pieces[at]?.[0]);
        return list;
      },
      mirrored: ([offset, length]) => peek(offset, length),
      whole: () => bytes,
      text: decodeText,
    };
  };
}

/** What stands at several places. */
export function readLines<T>(part: Pick<Part, "list" | "text">, places: readonly Place[]): T[] {
  return places.length === 0 ? [] : (JSON.parse(part.text(part.list(places))) as T[]);
}

/** What stands at a place twice. */
export function readMirrored<T>(part: Pick<Part, "mirrored" | "text">, place: Place): T {
  return JSON.parse(part.text(part.mirrored(place))) as T;
}

/** What stands at a place. */
export function readLine<T>(part: Pick<Part, "read" | "text">, place: Place): T {
  return JSON.parse(part.text(part.read(place))) as T;
}
