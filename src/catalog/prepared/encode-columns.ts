import { kindOf } from "../inferred/kind/kind-of.ts";
import type { FreeThroughout } from "../inferred/sellers/free-throughout.ts";
import { kinds } from "../words/kinds.ts";
import { capabilities, modalities, toMask } from "../words/capability.ts";
import { chargedBesidesFrom, isFree } from "../words/charges.ts";
import { type Freedom, freedoms } from "../words/freedoms.ts";
import { periodKey } from "../words/dates.ts";
import { mayBeAble } from "../words/lost-values.ts";
import { type ModelRow, statuses as knownStatuses } from "../words/model.ts";
import { compareText } from "../words/ref.ts";
import type { ChoiceColumns } from "./choice-columns.ts";
import { type Columns, doubtful, type Meta } from "./columns.ts";
import { type Column, encodeContainer } from "./container.ts";
import { numbersPerPlace, type Places, type SumOf } from "./lines.ts";
import type { PreparedPart } from "./parts.ts";
import { rankBy, type RankedKey, rankedKeys } from "./ranks.ts";

/** What is inferred of rows from the whole catalog. */
export interface InferredColumns extends ChoiceColumns {
  ownRow: Uint8Array;
  group: Uint32Array;
  makers: string[];
  maker: Uint16Array;
}

/** `from` of a typed array walks an iterator for every column; a loop takes a tenth of the time. */
function fill<Column extends { [row: number]: number }, Item>(
  column: Column,
  items: readonly Item[],
  value: (item: Item) => number,
): Column {
  const { length } = items;
  for (let row = 0; row < length; row += 1) column[row] = value(items[row] as Item);
  return column;
}

type Models = readonly ModelRow[];
type OwnColumns = typeof columnOf;
/** The columns that say of a row what stands in it. */
export type OwnColumn = keyof OwnColumns;

const price = (value: number | null | undefined): number => value ?? Number.NaN;

/** What columns of a row's own are told from besides the rows. */
export interface Given {
  /** The names behind the numbers. */
  names: Names;
  /** What providers are whose every price is 0, by their ids. */
  free: ReadonlyMap<string, FreeThroughout>;
}

/** What stands in a column. */
export const columnOf = {
  provider: (models: Models, { names: { providers } }: Given) => {
    const numbers = new Map(providers.map((name, position) => [name, position]));
    return fill(u32(models), models, (model) => numbers.get(model.provider) ?? 0);
  },
  family: (models: Models, { names: { families } }: Given) => {
    const numbers = numbersOf(families);
    return fill(u32(models), models, (model) => numbers.get(model.family ?? "") ?? 0);
  },
  status: (models: Models, { names: { statuses } }: Given) => {
    const numbers = numbersOf(statuses);
    return fill(u8(models), models, ({ status }) => numbers.get(status ?? "") ?? 0);
  },
  capabilities: (models: Models) =>
    fill(
      new Uint16Array(models.length),
      models,
      (model) => toMask(capabilities, model.capabilities) | (mayBeAble(model) ? doubtful : 0),
    ),
  inputModalities: (models: Models) =>
    fill(u8(models), models, (model) => toMask(modalities, model.modalities.input)),
  outputModalities: (models: Models) =>
    fill(u8(models), models, (model) => toMask(modalities, model.modalities.output)),
  inputPrice: (models: Models) => fill(f64(models), models, (model) => price(model.price?.input)),
  outputPrice: (models: Models) => fill(f64(models), models, (model) => price(model.price?.output)),
  context: (models: Models) => fill(u32(models), models, ({ limits }) => toTokens(limits.context)),
  inputLimit: (models: Models) => fill(u32(models), models, ({ limits }) => toTokens(limits.input)),
  output: (models: Models) => fill(u32(models), models, ({ limits }) => toTokens(limits.output)),
  released: (models: Models) => fill(u32(models), models, (model) => periodKey(model.releaseDate)),
  knowledge: (models: Models) => fill(u32(models), models, (model) => periodKey(model.knowledge)),
  kind: (models: Models) => fill(u8(models), models, (model) => kinds.indexOf(kindOf(model))),
  cacheRead: (models: Models) =>
    fill(f64(models), models, (model) => price(model.price?.cacheRead)),
  cacheWrite: (models: Models) =>
    fill(f64(models), models, (model) => price(model.price?.cacheWrite)),
  rowFrom: (models: Models) =>
    fill(u32(models), models, (model) => toTokens(chargedBesidesFrom(model))),
  free: (models: Models, { free }: Given) =>
    fill(u8(models), models, (model) => freedoms.indexOf(freedomOf(model, free))),
} as const;

const u8 = ({ length }: Models): Uint8Array => new Uint8Array(length);
const u32 = ({ length }: Models): Uint32Array => new Uint32Array(length);
const f64 = ({ length }: Models): Float64Array => new Float64Array(length);

function freedomOf(model: ModelRow, free: Given["free"]): Freedom {
  return isFree(model) ? (free.get(model.provider) ?? "free") : "priced";
}

function numbersOf(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, position) => [name, position + 1]));
}

/** The names behind the numbers in columns. */
export type Names = Pick<Columns, "providers" | "families" | "statuses">;

export function namesOf(models: Models): Names {
  return {
    providers: [...new Set(models.map((model) => model.provider))],
    families: sortedNames(models.map((model) => model.family)),
    statuses: statusNames(models),
  };
}

/** The columns that say of a row what stands in it, by their names. */
export function ownColumnsOf(models: Models, given: Given): Record<OwnColumn, Column> {
  const own = Object.entries(columnOf).map(([name, work]) => [name, work(models, given)]);
  return Object.fromEntries(own) as Record<OwnColumn, Column>;
}

/** What rows can be sorted by, for each key a rank by row. */
export function ranksOf(
  models: readonly ModelRow[],
  own: Record<OwnColumn, Column>,
  inferred: Pick<InferredColumns, "ownRow" | "quality" | "spread" | "marks">,
): Record<RankedKey, Uint32Array> {
  const figureAt = rankedFigures(own.kind, inferred);
  const grounds = { ownRow: inferred.ownRow, free: own.free as Uint8Array, figureAt };
  const ranks = rankedKeys.map((key) => [key, rankBy(models, key, grounds)]);
  return Object.fromEntries(ranks) as Record<RankedKey, Uint32Array>;
}

export function encodeColumns(
  rowCount: number,
  {
    names,
    own,
    ranks,
  }: { names: Names; own: Record<OwnColumn, Column>; ranks: Record<RankedKey, Uint32Array> },
  { places, evidence }: Record<"places" | "evidence", Places>,
  { makers, ...inferred }: InferredColumns,
  sumOf: SumOf,
): PreparedPart {
  const meta: Meta = { rowCount, ...names, makers };
  const ofRanks = Object.entries(ranks).map(([key, rank]) => [`rank ${key}`, rank]);
  const columns = {
    ...own,
    ...(Object.fromEntries(ofRanks) as Record<string, Column>),
    ...inferred,
    places: placesByRow(places),
    "places of evidence": placesByRow(evidence),
  };
  return encodeContainer(meta, columns, sumOf);
}

// less than figures that differ differ by
const lessForMarked = 0.001;

/**
 * By row: the middle less half a spread, in what is shown of them; NaN for what has none. Of the rows of one model those
 * come last that do not stand for it.
 */
export function rankedFigures(
  kind: Column,
  { quality, spread, marks }: Pick<ChoiceColumns, "quality" | "spread" | "marks">,
) {
  const chat = kinds.indexOf("chat");
  return (row: number): number =>
    kind[row] === chat
      ? (quality[row] as number) -
        (spread[row] as number) / 2 -
        (marks[row] === 0 ? 0 : lessForMarked)
      : Number.NaN;
}

function placesByRow(places: Places): Uint32Array {
  const mixed = places.slice();
  for (let row = 0, at = 2; at < mixed.length; row += 1, at += numbersPerPlace) {
    mixed[at] = (mixed[at] as number) ^ row;
  }
  return mixed;
}

// no limit comes near four billion tokens; one that did would sort as the largest
function toTokens(limit: number | null): number {
  return Math.min(limit ?? 0, 0xffff_ffff);
}

// a byte a row; of very many statuses those that hide a row stay
const mostStatuses = 254;

function statusNames(models: Models): string[] {
  const names = sortedNames(models.map((model) => model.status));
  if (names.length <= mostStatuses) return names;
  const known = names.filter((name) => knownStatuses.some((one) => one === name));
  const others = names.filter((name) => !known.includes(name));
  return [...known, ...others].slice(0, mostStatuses).sort(compareText);
}

function sortedNames(names: (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].sort(compareText);
}
