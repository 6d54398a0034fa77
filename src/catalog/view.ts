import { type Columns, openColumns, placeIn } from "./prepared/columns.ts";
import type { Evidence, ModelGroup } from "./prepared/group.ts";
import type { Sellers } from "./words/sellers.ts";
import { numbersPerPlace, type Place } from "./prepared/lines.ts";
import { type IdEntry, Lookup, type LookupTables, type ModelEntry } from "./prepared/lookup.ts";
import { type NotUnderstood, readNotUnderstood } from "./prepared/not-understood.ts";
import { type Part, type PartName, type Parts, readLine, readLines } from "./prepared/parts.ts";
import { readProviderVariables } from "./prepared/provider-variables.ts";
import { openSearchIndex, type SearchIndex } from "./prepared/search-index.ts";
import { allTexts } from "./prepared/sorted-texts.ts";
import type { ModelFacts } from "./words/facts.ts";
import type { ModelInfo } from "./words/model.ts";
import type { ProviderInfo, ProviderVariables } from "./words/provider.ts";
import { meantAmong, providerKey, refKey } from "./words/ref.ts";

// from here on one long read beats many short ones
const manyRows = 64;

/** A catalog opened for questions. */
export type CatalogView = Pick<PreparedView, keyof PreparedView>;

/** Thrown by a view that has not been worked out for what it is asked. */
export class NotPrepared extends Error {
  constructor() {
    super("this needs a prepared catalog");
  }
}

/** Thrown by a view of a catalog whose rows have not been read, for what they are needed for. */
export class NotRead extends Error {
  constructor() {
    super("this needs the rows of the catalog");
  }
}

/** A catalog that was prepared. Nothing is read before a question needs it, and then only what it needs. */
export class PreparedView {
  readonly #parts: Parts;
  readonly #models = new Map<number, ModelInfo>();
  readonly #found = new Map<string, LookupTables["model"] | null>();
  readonly #groups = new Map<number, ModelGroup>();
  #names: Lookup | undefined;
  #columns: Columns | undefined;
  #search: SearchIndex | undefined;
  #refs: string[] | undefined;
  #variables: ProviderVariables[] | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is inferred of rows, their kind and quality, is wanted from here on. */
  rate(): void {
    // it is there
  }

  /** For whoever goes on reading when the question is over. Throws `NotPrepared` where that may fail later. */
  checkPrepared(): void {
    // it is
  }

  get #lookup(): Lookup {
    this.#names ??= new Lookup(this.#parts("lookup.bin"));
    return this.#names;
  }

  get columns(): Columns {
    this.#columns ??= openColumns(this.#parts("columns.bin"));
    return this.#columns;
  }

  get searchIndex(): SearchIndex {
    this.#search ??= openSearchIndex(this.#parts("search.bin"));
    return this.#search;
  }

  /** Answers that were worked out with the catalog. */
  get rankings(): Part {
    return this.#parts("rankings.jsonl");
  }

  /** Rows that meet what questions begin with. */
  get rowSets(): Part {
    return this.#parts("uses.bin");
  }

  /** All refs in row order. */
  get refs(): string[] {
    this.#refs ??= allTexts(this.#parts("refs.json"));
    return this.#refs;
  }

  /** The row of a full ref; case, and `_` for `-` in the provider, are forgiven where one row matches. */
  findModelEntry(ref: string): ModelEntry | undefined {
    const known = this.#found.get(ref);
    if (known !== undefined) return known ?? undefined;
    const entries = this.#lookup.find("model", refKey(ref));
    const entry = meantAmong(entries, ref);
    this.#found.set(ref, entry ?? null);
    return entry;
  }

  /** The refs that differ from this one in case alone, where nothing matches exactly and none is the only one. */
  refsAlike(ref: string): string[] {
    return this.#lookup.find("model", refKey(ref)).map((entry) => entry.ref);
  }

  findModel(ref: string): ModelInfo | undefined {
    const entry = this.findModelEntry(ref);
    return entry === undefined ? undefined : this.modelAt(entry.row, entry.model);
  }

  /** What is written with these words in any order; whose letters these are; who is called so. */
  named<T extends "stem" | "letters" | "somebody">(table: T, key: string): LookupTables[T][] {
    return this.#lookup.find(table, key);
  }

  /** Who sells a row's model, in short. */
  sellersOf(entry: ModelEntry): Sellers {
    return this.#line("groups.jsonl", entry.sellers);
  }

  /** The marks of the rows of a group, as bits, in its order. */
  marksOf({ members }: ModelGroup): number[] {
    return members.map(({ marks = 0 }) => marks);
  }

  /** A group by its place. */
  groupAt(place: Place): ModelGroup {
    const known = this.#groups.get(place[0]);
    if (known !== undefined) return known;
    const group = this.#line<ModelGroup>("groups.jsonl", place);
    this.#groups.set(place[0], group);
    return group;
  }

  /** Everyone who sells this bare id. */
  findId(id: string): IdEntry | undefined {
    return this.#lookup.find("id", id.trim().toLowerCase())[0];
  }

  /** A provider by id or display name. */
  findProvider(name: string): { provider: ProviderInfo; wire: unknown } | undefined {
    const entries = this.#lookup.find("provider", providerKey(name));
    const entry = entries.find(({ id }) => id === name) ?? entries[0];
    return entry === undefined ? undefined : this.#line("providers.jsonl", entry.place);
  }

  /** Sorted by id. */
  providers(): ProviderInfo[] {
    return linesOf(this.#parts("providers.jsonl")).map(
      (line) => (JSON.parse(line) as { provider: ProviderInfo }).provider,
    );
  }

  /** The variables of all providers, sorted by id. */
  providerVariables(): ProviderVariables[] {
    this.#variables ??= readProviderVariables(this.#parts("variables.json"));
    return this.#variables;
  }

  /** The record as upstream sent it. */
  wireOf(entry: ModelEntry): unknown {
    return this.#line("wire.jsonl", entry.wire);
  }

  /** What is known of the model that a row sells, whosever row it is; `id` says of which model it was said. */
  factsOf(entry: ModelEntry): ModelFacts | null {
    return entry.facts === null ? null : this.#line("facts.jsonl", entry.facts);
  }

  /** What the figure of a row's model rests on; null where it has none. */
  evidenceAt(row: number): Evidence | null {
    const part = this.#parts("groups.jsonl");
    const bytes = part.read(this.columns.evidencePlaceOf(row));
    return bytes.length === 0 ? null : (JSON.parse(part.text(bytes)) as Evidence);
  }

  /** Which rows lack which values because the source's are not understood; not for a catalog in which none does. */
  notUnderstood(): NotUnderstood {
    return readNotUnderstood(this.#parts("not-understood.json"));
  }

  /** The rows that are the same underlying model as this one, itself among them. */
  groupOf(entry: ModelEntry): ModelGroup {
    return this.groupAt(entry.group);
  }

  /** Facts of every model upstream has any for. */
  allFacts(): ModelFacts[] {
    return linesOf(this.#parts("facts.jsonl")).map((line) => JSON.parse(line) as ModelFacts);
  }

  /** `place` spares reading the columns where the caller knows it already. */
  modelAt(row: number, place?: Place): ModelInfo {
    const known = this.#models.get(row);
    if (known !== undefined) return known;
    const model = this.#read(row, place);
    this.#models.set(row, model);
    return model;
  }

  /** Models that are the caller's to add to. */
  ownModelsAt(rows: readonly { row: number; place: Place }[]): ModelInfo[] {
    return readLines(
      this.#parts("models.jsonl"),
      rows.map(({ place }) => place),
    );
  }

  #read(row: number, place = this.columns.placeOf(row)): ModelInfo {
    return this.#line<ModelInfo>("models.jsonl", place);
  }

  /** Many rows at once, in the order given. Not kept: a list of everything should not fill the memory. */
  modelsAt(rows: readonly number[]): ModelInfo[] {
    const { length } = rows;
    if (length < manyRows) {
      const unread = rows.filter((row) => !this.#models.has(row));
      const places = unread.length === 0 ? [] : this.columns.placesOf(unread);
      const read = readLines<ModelInfo>(this.#parts("models.jsonl"), places);
      let next = 0;
      return rows.map((row) => this.#models.get(row) ?? (read[next++] as ModelInfo));
    }
    const { places } = this.columns;
    const part = this.#parts("models.jsonl");
    const all = part.whole();
    return rows.map((row) => {
      const [offset, length] = placeIn(places, row * numbersPerPlace, row);
      const line = all.subarray(offset, offset + length);
      return this.#models.get(row) ?? (JSON.parse(part.text(line)) as ModelInfo);
    });
  }

  /** Many rows as JSON Lines in UTF-8, as they were prepared: nothing is parsed. */
  linesAt(rows: readonly number[]): Uint8Array {
    const { places } = this.columns;
    const all = this.#parts("models.jsonl").whole();
    const startOf = (row: number): number => places[row * numbersPerPlace] as number;
    const endOf = (row: number): number =>
      startOf(row) + (places[row * numbersPerPlace + 1] as number) + 1;
    let bytes = 0;
    for (const row of rows) bytes += endOf(row) - startOf(row);
    const lines = new Uint8Array(bytes);
    let filled = 0;
    for (let at = 0; at < rows.length; ) {
      const start = startOf(rows[at] as number);
      let end = endOf(rows[at] as number);
      at += 1;
      // what lies one behind the other is copied in one go
      while (at < rows.length && startOf(rows[at] as number) === end) {
        end = endOf(rows[at] as number);
        at += 1;
      }
      const run = all.subarray(start, end);
      lines.set(run, filled);
      filled += run.length;
    }
    return lines;
  }

  #line<T>(part: PartName, place: Place): T {
    return readLine<T>(this.#parts(part), place);
  }
}

function linesOf(part: Part): string[] {
  return part
    .text(part.whole())
    .split("\n")
    .filter((line) => line !== "");
}
