import { byteLength, decodeText, type Place } from "./lines.ts";
import type { Part } from "./parts.ts";

/** A row found by its ref: where its normalised and its received form lie, and its facts if there are any. */
export interface ModelEntry {
  ref: string;
  row: number;
  model: Place;
  wire: Place;
  facts: Place | null;
  /** Its group in groups.jsonl. */
  group: Place;
}

/** All rows of one bare id, in ref order; `maker` is the position of the maker's own row. */
export interface IdEntry {
  rows: { ref: string; row: number; model: Place }[];
  maker: number | null;
}

export interface ProviderEntry {
  id: string;
  place: Place;
}

/** What can be looked up by name in one step, however large the catalog. */
export interface LookupTables {
  model: ModelEntry;
  id: IdEntry;
  provider: ProviderEntry;
}

type Table = keyof LookupTables;
type Bucket = Partial<Record<string, LookupTables[Table][]>>;

const headerBytes = 4;
const keysPerBucket = 8;

/**
 * A hash table on disk: `[u32 buckets][u32 end of bucket 0]…[u32 end of the last]`,
 * then each bucket as JSON: `{"model openai/gpt-5":[{"ref":"openai/gpt-5","row":17,…}]}`.
 */
export class LookupWriter {
  readonly #entries = new Map<string, LookupTables[Table][]>();

  add<T extends Table>(table: T, key: string, entry: LookupTables[T]): void {
    const name = `${table} ${key}`;
    const entries = this.#entries.get(name);
    if (entries === undefined) this.#entries.set(name, [entry]);
    else entries.push(entry);
  }

  has(table: Table, key: string): boolean {
    return this.#entries.has(`${table} ${key}`);
  }

  bytes(): Uint8Array {
    const bucketCount = Math.max(1, Math.ceil(this.#entries.size / keysPerBucket));
    const buckets: string[][] = Array.from({ length: bucketCount }, () => []);
    for (const [name, entries] of this.#entries) {
      const member = `${JSON.stringify(name)}:${JSON.stringify(entries)}`;
      buckets[bucketOf(name, bucketCount)]?.push(member);
    }
    const ends = new Uint32Array(bucketCount + 1);
    ends[0] = bucketCount;
    const texts = buckets.map((members) => `{${members.join(",")}}\n`);
    let end = 0;
    texts.forEach((text, position) => {
      end += byteLength(text);
      ends[position + 1] = end;
    });
    const bytes = new Uint8Array(ends.byteLength + end);
    bytes.set(new Uint8Array(ends.buffer));
    bytes.set(new TextEncoder().encode(texts.join("")), ends.byteLength);
    return bytes;
  }
}

/** The table opened for reading: a look-up reads one bucket. */
export class Lookup {
  readonly #part: Part;
  readonly #bucketCount: number;

  constructor(part: Part) {
    this.#part = part;
    const bytes = part.read(0, headerBytes);
    this.#bucketCount = viewOf(bytes).getUint32(0, true);
  }

  /** Entries of a key, empty where it is unknown. */
  find<T extends Table>(table: T, key: string): LookupTables[T][] {
    const name = `${table} ${key}`;
    const bucket = bucketOf(name, this.#bucketCount);
    // the end of the bucket before, and of this one; before the first stands the count
    const ends = viewOf(this.#part.read(headerBytes * bucket, headerBytes * 2));
    const start = bucket === 0 ? 0 : ends.getUint32(0, true);
    const length = ends.getUint32(headerBytes, true) - start;
    const base = headerBytes * (this.#bucketCount + 1);
    const entries = JSON.parse(decodeText(this.#part.read(base + start, length))) as Bucket;
    return (Object.hasOwn(entries, name) ? entries[name] : []) as LookupTables[T][];
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

// FNV-1a: short, even, the same on every machine
function bucketOf(name: string, bucketCount: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % bucketCount;
}
