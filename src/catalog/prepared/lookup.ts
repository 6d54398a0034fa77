import type { Place, SumOf } from "./lines.ts";
import { type Part, type PreparedPart, readLine } from "./parts.ts";
import type { SpelledEntry } from "./spellings.ts";

/** A row found by its ref: where its normalised and its received form lie, and its facts if there are any. */
export interface ModelEntry {
  ref: string;
  row: number;
  model: Place;
  wire: Place;
  facts: Place | null;
  /** Its group in groups.jsonl, and whoever sells its model. */
  group: Place;
  sellers: Place;
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
  /** By the words of a model's ids in one order. */
  stem: SpelledEntry;
  /** Groups by the letters and digits of their ids. */
  letters: Place;
  /** There is an entry for whoever sells a model, or is named before its id. */
  somebody: 1;
}

type Table = keyof LookupTables;
type Bucket = Partial<Record<string, LookupTables[Table][]>>;

const entryBytes = 8;
const keysPerBucket = 2;

/**
 * A hash table on disk: `[u32 end of bucket 0][u32 its sum]…`, then each bucket as JSON:
 * `{"model openai/gpt-5":[{"ref":"openai/gpt-5","row":17,…}]}`. The root is the number of buckets.
 */
export class LookupWriter {
  readonly #sumOf: SumOf;
  /** By table and key, their entries in JSON, commas between them. */
  readonly #entries = new Map<string, string>();

  constructor(sumOf: SumOf) {
    this.#sumOf = sumOf;
  }

  add<T extends Table>(table: T, key: string, entry: LookupTables[T]): void {
    this.addText(table, key, JSON.stringify(entry));
  }

  /** The same of an entry that is JSON already. */
  addText(table: Table, key: string, entry: string): void {
    const name = `${table} ${key}`;
    const entries = this.#entries.get(name);
    this.#entries.set(name, entries === undefined ? entry : `${entries},${entry}`);
  }

  has(table: Table, key: string): boolean {
    return this.#entries.has(`${table} ${key}`);
  }

  part(): PreparedPart {
    const count = Math.max(1, Math.ceil(this.#entries.size / keysPerBucket));
    const members: string[] = Array.from({ length: count }, () => "");
    const hashes = new Map<string, number>();
    for (const [name, entries] of this.#entries) {
      const number = hashOfMany(name, hashes) % count;
      const before = members[number] as string;
      const comma = before === "" ? "" : ",";
      members[number] = `${before}${comma}${JSON.stringify(name)}:[${entries}]`;
    }
    const buckets = members.map((some) => `{${some}}\n`);
    const base = entryBytes * count;
    const encoder = new TextEncoder();
    const { bytes, isAscii } = encodeBehind(base, buckets.join(""));
    const table = new DataView(bytes.buffer);
    let end = base;
    buckets.forEach((bucket, number) => {
      const start = end;
      end += isAscii ? bucket.length : encoder.encode(bucket).length;
      const sum = this.#sumOf(bytes.subarray(start, end));
      table.setUint32(entryBytes * number, end - base, true);
      table.setUint32(entryBytes * number + 4, sumIn(number, sum), true);
    });
    return { bytes, root: [count] };
  }
}

/** A text behind so many bytes of room; `isAscii`: none of its characters takes more than a byte. */
function encodeBehind(room: number, text: string): { bytes: Uint8Array; isAscii: boolean } {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(room + text.length);
  const { read, written } = encoder.encodeInto(text, bytes.subarray(room));
  if (read === text.length && written === read) return { bytes, isAscii: true };
  const encoded = encoder.encode(text);
  const longer = new Uint8Array(room + encoded.length);
  longer.set(encoded, room);
  return { bytes: longer, isAscii: false };
}

/** The table opened for reading: a look-up reads one bucket. */
export class Lookup {
  readonly #part: Part;
  readonly #count: number;

  constructor(part: Part) {
    this.#part = part;
    this.#count = part.root[0] ?? 1;
  }

  /** Entries of a key, empty where it is unknown. */
  find<T extends Table>(table: T, key: string): LookupTables[T][] {
    const name = `${table} ${key}`;
    const number = bucketOf(name, this.#count);
    // before the entry of this bucket stands the end of the one before
    const before = number === 0 ? 0 : entryBytes;
    const entry = viewOf(this.#part.peek(entryBytes * number - before, before + entryBytes));
    const start = before === 0 ? 0 : entry.getUint32(0, true);
    const length = entry.getUint32(before, true) - start;
    const sum = sumIn(number, entry.getUint32(before + 4, true));
    const base = entryBytes * this.#count;
    const entries = readLine<Bucket>(this.#part, [base + start, length, sum]);
    return (Object.hasOwn(entries, name) ? entries[name] : []) as LookupTables[T][];
  }
}

/** Mixed with its number, the sum of a bucket does not fit another one. */
function sumIn(number: number, sum: number): number {
  return (sum ^ number) >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function bucketOf(name: string, bucketCount: number): number {
  return hashOf(name, 0, emptyHash) % bucketCount;
}

/** `hashOf` of a name among many that begin with the same provider: `begun` holds it for what they begin with. */
function hashOfMany(name: string, begun: Map<string, number>): number {
  const length = name.indexOf("/") + 1;
  if (length === 0) return hashOf(name, 0, emptyHash);
  const beginning = name.slice(0, length);
  const known = begun.get(beginning);
  if (known !== undefined) return hashOf(name, length, known);
  const hash = hashOf(beginning, 0, emptyHash);
  begun.set(beginning, hash);
  return hashOf(name, length, hash);
}

const emptyHash = 0x811c9dc5;

/** FNV-1a: short, even, the same on every machine. `hash` is that of the text before `from`. */
function hashOf(text: string, from: number, hash: number): number {
  const { length } = text;
  const { imul } = Math;
  let all = hash;
  for (let at = from; at < length; at += 1) all = imul(all ^ text.charCodeAt(at), 0x01000193);
  return all >>> 0;
}
