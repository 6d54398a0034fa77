import type { Evidence } from "./inferred/quality/evidence.ts";
import type { ParsedCatalog } from "./parse/catalog.ts";
import type { Columns } from "./prepared/columns.ts";
import { columnOf, type Given, namesOf, rankedFigures } from "./prepared/encode-columns.ts";
import { FactIndex } from "./prepared/fact-index.ts";
import { LineWriter } from "./prepared/line-writer.ts";
import type { Place } from "./prepared/lines.ts";
import type { ModelGroup } from "./prepared/group.ts";
import { type Sellers, sellersAmong } from "./words/sellers.ts";
import type { IdEntry, ModelEntry } from "./prepared/lookup.ts";
import { type NotUnderstood, notUnderstoodIn } from "./prepared/not-understood.ts";
import { memoryParts, type Part } from "./prepared/parts.ts";
import { findMaker } from "./prepared/prepare.ts";
import { encodeRankings } from "./prepared/encode-rankings.ts";
import { type RankedKey, rankBy } from "./prepared/ranks.ts";
import { encodeRowSets } from "./prepared/row-sets.ts";
import { encodeSearchIndex, openSearchIndex, type SearchIndex } from "./prepared/search-index.ts";
import { inferredNames, RawInferred } from "./raw-inferred.ts";
import { type CatalogView, NotPrepared } from "./view.ts";
import type { ModelFacts } from "./words/facts.ts";
import type { ModelInfo, ModelRow } from "./words/model.ts";
import type { ProviderInfo, ProviderVariables } from "./words/provider.ts";
import { meantAmong, providerKey, refKey } from "./words/ref.ts";

// nothing lies anywhere
const nowhere: Place = [0, 0, 0];
const noSum = (): number => 0;

/**
 * A catalog as it was parsed. It answers what rows alone can answer, as the prepared one would, and throws `NotPrepared`
 * for what is inferred from all of them: which rows are the same model, and what is known of a model.
 */
export class RawView implements CatalogView {
  readonly #catalog: ParsedCatalog;
  readonly #models: readonly ModelRow[];
  #knownFacts: FactIndex | undefined;
  #knownColumns: Columns | undefined;
  #knownIndex: SearchIndex | undefined;
  #isRated = false;

  readonly #inferred: RawInferred;

  constructor(catalog: ParsedCatalog) {
    this.#catalog = catalog;
    this.#models = catalog.models.map(({ model }) => model);
    this.#inferred = new RawInferred(catalog, this.#models, () => this.columns.kind);
  }

  get columns(): Columns {
    this.#knownColumns ??= rawColumns(this.#models, this.#inferred);
    return this.#knownColumns;
  }

  get searchIndex(): SearchIndex {
    this.#knownIndex ??= openSearchIndex(
      memoryParts(
        new Map([["search.bin", encodeSearchIndex(this.#models, this.providers(), noSum)]]),
      )("search.bin"),
    );
    return this.#knownIndex;
  }

  /** None is kept. */
  get rankings(): Part {
    const none = encodeRankings(new Map(), noSum);
    return memoryParts(new Map([["rankings.jsonl", none]]))("rankings.jsonl");
  }

  /** None is kept. */
  get rowSets(): Part {
    const none = encodeRowSets(new Map(), noSum);
    return memoryParts(new Map([["uses.bin", none]]))("uses.bin");
  }

  get refs(): string[] {
    return this.#models.map(({ ref }) => ref);
  }

  findModelEntry(ref: string): ModelEntry | undefined {
    const alike = this.#rowsAlike(ref).map((row) => ({ row, ref: this.modelAt(row).ref }));
    const found = meantAmong(alike, ref);
    return (
      found && {
        ...found,
        model: nowhere,
        wire: nowhere,
        facts: null,
        group: nowhere,
        sellers: nowhere,
      }
    );
  }

  refsAlike(ref: string): string[] {
    return this.#rowsAlike(ref).map((row) => this.modelAt(row).ref);
  }

  #rowsAlike(ref: string): number[] {
    const key = refKey(ref);
    return this.#models.flatMap((model, row) => (refKey(model.ref) === key ? [row] : []));
  }

  findModel(ref: string): ModelInfo | undefined {
    const entry = this.findModelEntry(ref);
    return entry === undefined ? undefined : this.modelAt(entry.row);
  }

  findId(id: string): IdEntry | undefined {
    const key = id.trim().toLowerCase();
    const rows = this.#models.flatMap((model, row) =>
      model.id.toLowerCase() === key ? [{ ref: model.ref, row, model: nowhere }] : [],
    );
    return rows.length === 0
      ? undefined
      : { rows, maker: findMaker(this.#inferred.makers, key, rows) };
  }

  findProvider(name: string): { provider: ProviderInfo; wire: unknown } | undefined {
    const key = providerKey(name);
    const { providers } = this.#catalog;
    const byId = providers.filter(({ provider }) => providerKey(provider.id) === key);
    const exact = byId.find(({ provider }) => provider.id === name);
    // a provider's id outranks another's display name
    return exact ?? byId[0] ?? providers.find(({ provider }) => providerKey(provider.name) === key);
  }

  providers(): ProviderInfo[] {
    return this.#catalog.providers.map(({ provider }) => provider);
  }

  providerVariables(): ProviderVariables[] {
    return this.providers();
  }

  wireOf({ row }: ModelEntry): unknown {
    return this.#catalog.models[row]?.wire;
  }

  factsOf(entry: ModelEntry): ModelFacts | null {
    const { facts } = this.#catalog;
    const { ref, id } = this.modelAt(entry.row);
    if (facts.length === 0) return null;
    this.#knownFacts ??= new FactIndex(facts);
    const found = this.#knownFacts.find(ref, id, () => this.groupOf(entry).key);
    return facts[found ?? -1] ?? null;
  }

  sellersOf(entry: ModelEntry): Sellers {
    const group = this.groupOf(entry);
    const marks = this.marksOf(group);
    return sellersAmong(
      group.members.map(({ row }, at) => ({
        model: this.#models[row] as ModelRow,
        marks: marks[at] as number,
      })),
    );
  }

  marksOf(group: ModelGroup): number[] {
    return this.#inferred.marksOf(group);
  }

  notUnderstood(): NotUnderstood {
    return notUnderstoodIn(this.#models);
  }

  checkPrepared(): never {
    throw new NotPrepared();
  }

  evidenceAt(row: number): Evidence | null {
    return this.#inferred.evidenceAt(row);
  }

  groupOf({ row }: ModelEntry): ModelGroup {
    return this.#inferred.groupOf(row);
  }

  groupAt(): never {
    throw new NotPrepared();
  }

  named(): never {
    throw new NotPrepared();
  }

  allFacts(): ModelFacts[] {
    return this.#catalog.facts;
  }

  rate(): void {
    this.#isRated = true;
  }

  modelAt(row: number): ModelInfo {
    // of what is not asked for, nobody looks at what is not there
    return this.#isRated ? this.#inferred.rated(row) : (this.#models[row] as ModelInfo);
  }

  ownModelsAt(rows: readonly { row: number }[]): ModelInfo[] {
    return rows.map(({ row }) => ({ ...this.modelAt(row) }));
  }

  modelsAt(rows: readonly number[]): ModelInfo[] {
    return rows.map((row) => this.modelAt(row));
  }

  linesAt(rows: readonly number[]): Uint8Array {
    const lines = new LineWriter(noSum);
    for (const row of rows) lines.add(this.modelAt(row));
    return lines.bytes();
  }
}

const none = new Uint8Array();

/** Each column is worked out when it is first asked for. */
function rawColumns(models: readonly ModelRow[], inferred: RawInferred): Columns {
  const names = namesOf(models);
  const given: Given = {
    names,
    get free() {
      return inferred.free;
    },
  };
  const notPrepared = (): never => {
    throw new NotPrepared();
  };
  const later = new Map<string, () => unknown>([
    ...Object.entries(columnOf).map(
      ([name, work]) => [name, () => (work as Worker)(models, given)] as const,
    ),
    ["ownRow", () => inferred.ownRow],
    ...inferredNames.map((name) => [name, () => inferred.column(name)] as const),
    ["places", notPrepared],
  ]);
  const columns = {
    rowCount: models.length,
    ...names,
    placeOf: notPrepared,
    evidencePlaceOf: notPrepared,
  };
  for (const [name, work] of later) {
    Object.defineProperty(columns, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = work();
        Object.defineProperty(columns, name, { value, enumerable: true });
        return value;
      },
    });
  }
  const rank = (key: RankedKey): Uint32Array => {
    const all = columns as unknown as Columns;
    // inferred where it is asked for alone
    const figureAt = key === "quality" ? rankedFigures(all.kind, all) : () => Number.NaN;
    // of these, too, what the order goes by
    const ownRow = key === "makers" ? all.ownRow : none;
    const free = key === "price" || key === "output-price" ? all.free : none;
    return rankBy(models, key, { ownRow, free, figureAt });
  };
  return Object.assign(columns, { rank }) as unknown as Columns;
}

type Worker = (models: readonly ModelRow[], given: Given) => unknown;
