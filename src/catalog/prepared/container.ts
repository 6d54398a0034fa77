import { decodeText } from "./lines.ts";
import type { Part } from "./parts.ts";

/**
 * Typed arrays and a little JSON in one run of bytes, readable without copying:
 * `[u32 magic][u32 bytes of header]{"meta":…,"sections":[["price","f64",offset,count],…]}` then each section, 8-byte aligned.
 */
const magic = 0x4d46_4331; // "MFC1"

type Kind = "u8" | "u16" | "u32" | "f64";
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

interface Header {
  meta: unknown;
  sections: [name: string, kind: Kind, offset: number, count: number][];
}

export function encodeContainer(meta: unknown, columns: Record<string, Column>): Uint8Array {
  const sections: Header["sections"] = [];
  let end = 0;
  for (const [name, column] of Object.entries(columns)) {
    sections.push([name, kindOf(column), end, column.length]);
    end = align(end + column.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ meta, sections } satisfies Header));
  const start = align(8 + header.length);
  const bytes = new Uint8Array(start + end);
  new Uint32Array(bytes.buffer, 0, 2).set([magic, header.length]);
  bytes.set(header, 8);
  for (const [at, { buffer, byteOffset, byteLength }] of Object.values(columns).entries()) {
    const [, , offset] = sections[at] as Header["sections"][number];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start + offset);
  }
  return bytes;
}

/** A container opened for reading: a column is read when it is asked for. */
export interface Container<Meta> {
  meta: Meta;
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  u32(name: string): Uint32Array;
  f64(name: string): Float64Array;
}

/** Throws RangeError where the part holds no container. */
export function openContainer<Meta>(part: Part): Container<Meta> {
  const [found, headerLength] = new Uint32Array(part.read(0, 8).slice().buffer);
  if (found !== magic || headerLength === undefined) throw new RangeError("not a container");
  const header = JSON.parse(decodeText(part.read(8, headerLength))) as Header;
  const start = align(8 + headerLength);
  const places = new Map(header.sections.map((section) => [section[0], section]));
  const read = (name: string, kind: Kind, size: number): [ArrayBuffer, number, number] => {
    const place = places.get(name);
    if (place === undefined || place[1] !== kind) throw new RangeError(`no column ${name}`);
    const bytes = aligned(part.read(start + place[2], place[3] * size));
    return [bytes.buffer as ArrayBuffer, bytes.byteOffset, place[3]];
  };
  return {
    meta: header.meta as Meta,
    u8: (name) => new Uint8Array(...read(name, "u8", 1)),
    u16: (name) => new Uint16Array(...read(name, "u16", 2)),
    u32: (name) => new Uint32Array(...read(name, "u32", 4)),
    f64: (name) => new Float64Array(...read(name, "f64", 8)),
  };
}

function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return "u8";
  if (column instanceof Uint16Array) return "u16";
  return column instanceof Uint32Array ? "u32" : "f64";
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
