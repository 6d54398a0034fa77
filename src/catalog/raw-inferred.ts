import type { Identities } from "./inferred/identity/identities.ts";
import { identify } from "./inferred/identity/identify.ts";
import { reasonCodes } from "./inferred/identity/reasons.ts";
import { Makers } from "./inferred/maker.ts";
import { type Evidence, evidences } from "./inferred/quality/evidence.ts";
import { type Qualities, qualitiesOf } from "./inferred/quality/qualities.ts";
import { type FreeThroughout, freeThroughout } from "./inferred/sellers/free-throughout.ts";
import { marksOfGroup } from "./inferred/sellers/marks.ts";
import type { ParsedCatalog } from "./parse/catalog.ts";
import { choiceColumns, type Figures, figuresOf, kindsIn } from "./prepared/choice-columns.ts";
import type { Columns } from "./prepared/columns.ts";
import type { GroupMember, ModelGroup } from "./prepared/group.ts";
import { groupColumns } from "./prepared/groups.ts";
import type { Place } from "./prepared/lines.ts";
import { ratingAt } from "./prepared/model-lines.ts";
import { ownRowsOf } from "./prepared/prepare.ts";
import { type Kind, kinds } from "./words/kinds.ts";
import type { ModelInfo, ModelRow } from "./words/model.ts";

const nowhere: Place = [0, 0, 0];

/** What is inferred from all rows of a catalog, each part when it is first asked for. */
export class RawInferred {
  readonly #catalog: ParsedCatalog;
  readonly #models: readonly ModelRow[];
  readonly #kind: () => Uint8Array;
  #knownMakers: Makers | undefined;
  #knownIdentities: Identities | undefined;
  #knownFree: ReadonlyMap<string, FreeThroughout> | undefined;
  #knownOwnRow: Uint8Array | undefined;
  #knownChoice: ReturnType<typeof choiceColumns> | undefined;
  #knownQualities: Qualities | undefined;
  #knownFigures: Figures | undefined;
  #knownEvidence: Map<number, Evidence> | undefined;

  /** `kind` gives the column of what models are for. */
  constructor(catalog: ParsedCatalog, models: readonly ModelRow[], kind: () => Uint8Array) {
    this.#catalog = catalog;
    this.#models = models;
    this.#kind = kind;
  }

  get makers(): Makers {
    this.#knownMakers ??= new Makers(this.#models, this.#catalog.facts);
    return this.#knownMakers;
  }

  get ownRow(): Uint8Array {
    this.#knownOwnRow ??= ownRowsOf(this.#models, this.makers);
    return this.#knownOwnRow;
  }

  /** What providers are whose every price is 0, by their ids. */
  get free(): ReadonlyMap<string, FreeThroughout> {
    const providers = this.#catalog.providers.map(({ provider }) => provider);
    this.#knownFree ??= freeThroughout(this.#models, providers);
    return this.#knownFree;
  }

  groupOf(row: number): ModelGroup {
    const { group, keys, referenceRow, variant, variants, reason } = this.#identities;
    const wanted = group[row];
    const members = this.#models.flatMap(({ ref }, at): GroupMember[] => {
      if (group[at] !== wanted) return [];
      const said = variants[variant[at] as number] as string;
      const why = reasonCodes[reason[at] as number] as GroupMember["reason"];
      return [{ ref, row: at, place: nowhere, variant: said === "" ? null : said, reason: why }];
    });
    const reference = (referenceRow[wanted as number] as number) - 1;
    const key = keys[wanted as number] as string;
    return { key, reference: reference < 0 ? null : reference, members };
  }

  /** The marks of the rows of a group, as bits, in its order. */
  marksOf({ members, reference }: ModelGroup): number[] {
    const rows = members.map(({ row }) => row);
    const kind = this.#kind();
    return marksOfGroup(rows, reference ?? undefined, {
      models: this.#models,
      free: this.free,
      isOwn: (row) => this.ownRow[row] === 1,
      kindOf: (row) => kinds[kind[row] as number] as Kind,
    });
  }

  evidenceAt(row: number): Evidence | null {
    this.#knownEvidence ??= evidences(this.#qualities);
    return this.#knownEvidence.get(this.#identities.group[row] as number) ?? null;
  }

  /** A row with what is inferred of it. */
  rated(row: number): ModelInfo {
    const model = this.#models[row] as ModelRow;
    return { ...model, ...ratingAt({ ...this.#figures, kind: this.#kind() }, row) };
  }

  /** A column by its name, and the makers' names. */
  column<Name extends InferredName>(name: Name): Columns[Name] {
    return this.#columnsWith(name)[name] as Columns[Name];
  }

  #columnsWith(name: InferredName): Partial<Columns> {
    if (name === "group" || name === "maker" || name === "makers")
      return groupColumns(this.#models, this.#catalog.facts, this.#identities);
    const isFigure = name === "quality" || name === "spread" || name === "results";
    return isFigure ? this.#figures : this.#choice.columns;
  }

  get #identities(): Identities {
    this.#knownIdentities ??= identify(this.#models, this.#catalog.facts, this.makers);
    return this.#knownIdentities;
  }

  get #qualities(): Qualities {
    this.#knownQualities ??= qualitiesOf(
      this.#models,
      kindsIn(this.#kind()),
      this.#catalog.facts,
      this.#identities,
    );
    return this.#knownQualities;
  }

  get #figures(): Figures {
    this.#knownFigures ??= figuresOf(this.#qualities, this.#identities);
    return this.#knownFigures;
  }

  get #choice(): ReturnType<typeof choiceColumns> {
    this.#knownChoice ??= choiceColumns({
      models: this.#models,
      free: this.free,
      identities: this.#identities,
      ownRow: this.ownRow,
      facts: this.#catalog.facts,
      kind: this.#kind(),
      qualities: this.#qualities,
    });
    return this.#knownChoice;
  }
}

/** Columns that are inferred. */
export const inferredNames = [
  "group",
  "makers",
  "maker",
  "quality",
  "spread",
  "results",
  "standing",
  "marks",
  "role",
] as const satisfies (keyof Columns)[];

type InferredName = (typeof inferredNames)[number];
