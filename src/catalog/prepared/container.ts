import type { Place, SumOf } from "./lines.ts";
import { inWords, jsonInWords, mirror, roomFor } from "./mirrored.ts";
import { type Part, type PreparedPart, readMirrored } from "./parts.ts";

/**
 * Typed arrays and a little JSON in one run of bytes, readable without copying:
 * `{"meta":…,"sections":[["price","f64",offset,count,sum],…]}` then each section, all of them twice, 8-byte aligned, the
 * second time the other way round and behind a mark made of the sum. The root is the place of the JSON.
 */
type Kind = "u8" | "u16" | "u32" | "f64";
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

type Section = readonly [name: string, kind: Kind, offset: number, count: number, sum: number];

interface Header {
  meta: unknown;
  sections: Section[];
}

export function encodeContainer(
  meta: unknown,
  columns: Record<string, Column>,
  sumOf: SumOf,
): PreparedPart {
  const sections: Section[] = [];
  let end = 0;
  for (const [name, column] of Object.entries(columns)) {
    sections.push([name, kindOf(column), end, column.length, sumOf(bytesOf(column))]);
    end += roomFor(inWords(column.byteLength));
  }
  const header = jsonInWords({ meta, sections } satisfies Header);
  const headerSum = sumOf(header);
  const start = roomFor(header.length);
  const bytes = new Uint8Array(start + end);
  bytes.set(header);
  mirror(bytes, 0, header.length, headerSum);
  for (const [at, column] of Object.values(columns).entries()) {
    const [, , offset, , sum] = sections[at] as Section;
    bytes.set(bytesOf(column), start + offset);
    mirror(bytes, start + offset, inWords(column.byteLength), sum);
  }
  return { bytes, root: [0, header.length, headerSum] };
}

/** A container opened for reading: a column is read when it is asked for. */
export interface Container<Meta> {
  meta: Meta;
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  u32(name: string): Uint32Array;
  f64(name: string): Float64Array;
  /** A few numbers of a column, which nothing proves but what they lead to. */
  peekU32(name: string, from: number, count: number): Uint32Array;
}

/** Throws RangeError where the part holds no such column. */
export function openContainer<Meta>(part: Part): Container<Meta> {
  const root = part.root as unknown as Place;
  const header = readMirrored<Header>(part, root);
  const start = roomFor(root[1]);
  const places = new Map(header.sections.map((section) => [section[0], section]));
  const find = (name: string, kind: Kind): Section => {
    const place = places.get(name);
    if (place === undefined || place[1] !== kind) throw new RangeError(`no column ${name}`);
    return place;
  };
  const read = (name: string, kind: Kind, size: number): [ArrayBuffer, number, number] => {
    const [, , offset, count, sum] = find(name, kind);
    const bytes = aligned(part.mirrored([start + offset, inWords(count * size), sum]));
    return [bytes.buffer as ArrayBuffer, bytes.byteOffset, count];
  };
  return {
    meta: header.meta as Meta,
    u8: (name) => new Uint8Array(...read(name, "u8", 1)),
    u16: (name) => new Uint16Array(...read(name, "u16", 2)),
    u32: (name) => new Uint32Array(...read(name, "u32", 4)),
    f64: (name) => new Float64Array(...read(name, "f64", 8)),
    peekU32: (name, from, count) => {
      const [, , offset] = find(name, "u32");
      const bytes = aligned(part.peek(start + offset + from * 4, count * 4));
      return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
    },
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Column): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return "u8";
  if (column instanceof Uint16Array) return "u16";
  return column instanceof Uint32Array ? "u32" : "f64";
}
