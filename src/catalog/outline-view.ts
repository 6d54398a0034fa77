import { Notebook } from "./parse/findings.ts";
import { parseModel } from "./parse/model.ts";
import { numbersPerModel, type Outline } from "./parse/outline.ts";
import { readJson } from "./parse/read-json.ts";
import type { WireRecord } from "./parse/values.ts";
import { FactIndex } from "./prepared/fact-index.ts";
import type { Place } from "./prepared/lines.ts";
import type { ModelEntry } from "./prepared/lookup.ts";
import { type CatalogView, NotRead } from "./view.ts";
import { orBroken } from "./words/broken.ts";
import type { ModelFacts } from "./words/facts.ts";
import type { ModelInfo } from "./words/model.ts";
import { splitRef } from "./words/ref.ts";
import { decodeText } from "./words/utf8.ts";

const nowhere: Place = [0, 0, 0];

const notRead = (): never => {
  throw new NotRead();
};

/**
 * A catalog of which nothing is read but where its rows begin and end. It answers what is asked of a model by its full
 * ref, as the catalog that was read would, and throws `NotRead` for all else.
 */
export class OutlineView implements CatalogView {
  readonly #bytes: Uint8Array;
  readonly #outline: Outline;
  readonly #readFacts: () => readonly ModelFacts[];
  readonly #now: number;
  readonly #models = new Map<number, ModelInfo>();
  #facts: { list: readonly ModelFacts[]; index: FactIndex } | undefined;

  /** The bytes are those of the outline. `now`: when they are read, in milliseconds since 1970. */
  constructor(
    bytes: Uint8Array,
    outline: Outline,
    { facts, now = 0 }: { facts: () => readonly ModelFacts[]; now?: number },
  ) {
    this.#bytes = bytes;
    this.#outline = outline;
    this.#readFacts = facts;
    this.#now = now;
  }

  readonly findId = notRead;
  readonly findProvider = notRead;
  readonly providers = notRead;
  readonly providerVariables = notRead;
  readonly wireOf = notRead;
  readonly notUnderstood = notRead;
  readonly checkPrepared = notRead;
  readonly rate = notRead;
  readonly sellersOf = notRead;
  readonly marksOf = notRead;
  readonly evidenceAt = notRead;
  readonly groupOf = notRead;
  readonly groupAt = notRead;
  readonly ownModelsAt = notRead;
  readonly named = notRead;
  readonly refsAlike = notRead;
  readonly allFacts = notRead;
  readonly linesAt = notRead;

  get columns(): never {
    return notRead();
  }

  get searchIndex(): never {
    return notRead();
  }

  get rankings(): never {
    return notRead();
  }

  get rowSets(): never {
    return notRead();
  }

  get refs(): never {
    return notRead();
  }

  /** By the ref as it stands in the catalog; whether another spelling of it does, nobody knows yet. */
  findModelEntry(ref: string): ModelEntry {
    const row = this.#rowOf(ref);
    if (row === undefined) return notRead();
    return {
      ref,
      row,
      model: nowhere,
      wire: nowhere,
      facts: null,
      group: nowhere,
      sellers: nowhere,
    };
  }

  findModel(ref: string): ModelInfo {
    return this.modelAt(this.findModelEntry(ref).row);
  }

  factsOf({ ref, row }: ModelEntry): ModelFacts | null {
    this.#facts ??= withIndex(this.#readFacts());
    const { list, index } = this.#facts;
    if (list.length === 0) return null;
    // all rows together tell which model this is
    return list[index.find(ref, this.modelAt(row).id, notRead) ?? -1] ?? null;
  }

  modelAt(row: number): ModelInfo {
    const known = this.#models.get(row);
    if (known !== undefined) return known;
    const model = this.#read(row);
    this.#models.set(row, model);
    return model;
  }

  modelsAt(rows: readonly number[]): ModelInfo[] {
    return rows.map((row) => this.modelAt(row));
  }

  #rowOf(ref: string): number | undefined {
    const parts = splitRef(ref);
    if (parts === undefined) return undefined;
    const { providers, models } = this.#outline;
    const position = providers.findIndex(({ id }) => id === parts.provider);
    if (position < 0) return undefined;
    const last = providers[position + 1]?.firstModel ?? models.length / numbersPerModel;
    for (let row = providers[position]?.firstModel ?? last; row < last; row += 1) {
      const [start, stop] = this.#placeOfId(row);
      // no id has more letters than bytes
      if (stop - start >= parts.id.length && this.#text(start, stop) === parts.id) return row;
    }
    return undefined;
  }

  #read(row: number): ModelInfo {
    const at = row * numbersPerModel;
    const { providers, models } = this.#outline;
    const provider = providers.findLast(({ firstModel }) => firstModel <= row)?.id ?? "";
    const id = this.#text(...this.#placeOfId(row));
    const wire = this.#text(models[at + 2] ?? 0, models[at + 3] ?? 0);
    const model = orBroken(() =>
      parseModel(provider, id, readJson(wire) as WireRecord, new Notebook(this.#now)),
    );
    // kind and quality are not there: whoever shows them asks for `checkPrepared` first
    return model as ModelInfo;
  }

  #placeOfId(row: number): [start: number, stop: number] {
    const { models } = this.#outline;
    const at = row * numbersPerModel;
    return [models[at] ?? 0, models[at + 1] ?? 0];
  }

  #text(start: number, stop: number): string {
    return decodeText(this.#bytes.subarray(start, stop));
  }
}

function withIndex(list: readonly ModelFacts[]) {
  return { list, index: new FactIndex(list) };
}
