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
  for (const [name, , offset] of sections) {
    const column = columns[name] as Column;
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + offset);
  }
  return bytes;
}

/** A container opened for reading; the columns are views into the same bytes. */
export interface Container<Meta> {
  meta: Meta;
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  u32(name: string): Uint32Array;
  f64(name: string): Float64Array;
}

/** Throws RangeError where the bytes are no container; the cache verifies bytes before they come here. */
export function decodeContainer<Meta>(bytes: Uint8Array): Container<Meta> {
  const { buffer, byteOffset } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const [found, headerLength] = new Uint32Array(buffer, byteOffset, 2);
  if (found !== magic || headerLength === undefined) throw new RangeError("not a container");
  const text = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 8, headerLength));
  const header = JSON.parse(text) as Header;
  const start = byteOffset + align(8 + headerLength);
  const places = new Map(header.sections.map((section) => [section[0], section]));
  const place = (name: string, kind: Kind): [offset: number, count: number] => {
    const found = places.get(name);
    if (found === undefined || found[1] !== kind) throw new RangeError(`no column ${name}`);
    return [start + found[2], found[3]];
  };
  return {
    meta: header.meta as Meta,
    u8: (name) => new Uint8Array(buffer, ...place(name, "u8")),
    u16: (name) => new Uint16Array(buffer, ...place(name, "u16")),
    u32: (name) => new Uint32Array(buffer, ...place(name, "u32")),
    f64: (name) => new Float64Array(buffer, ...place(name, "f64")),
  };
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return "u8";
  if (column instanceof Uint16Array) return "u16";
  return column instanceof Uint32Array ? "u32" : "f64";
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}
