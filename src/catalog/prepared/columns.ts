import { chargedBesidesFrom, isFree } from "../words/charges.ts";
import { capabilities, modalities, toMask } from "../words/capability.ts";
import { periodKey } from "../words/dates.ts";
import { kindOf, kinds } from "../inferred/kind.ts";
import { mayBeAble } from "../words/lost-values.ts";
import { type ModelInfo, statuses as knownStatuses } from "../words/model.ts";
import { compareText } from "../words/ref.ts";
import { type Column, encodeContainer, openContainer } from "./container.ts";
import { numbersPerPlace, type Place, type Places, type SumOf } from "./lines.ts";
import type { Part, PreparedPart } from "./parts.ts";
import { type RankedKey, rankBy, rankedKeys } from "./ranks.ts";

/** Every row's values for filters and sorting, one array per value; position is the row, rows are in ref order. */
export interface Columns {
  rowCount: number;
  /** Names behind the numbers in `provider`, `family` and `status`. */
  providers: string[];
  families: string[];
  statuses: string[];
  makers: string[];
  provider: Uint32Array;
  /** 0: none; else one more than the position in `families`. */
  family: Uint32Array;
  /** 0: none; else one more than the position in `statuses`. */
  status: Uint8Array;
  capabilities: Uint16Array;
  inputModalities: Uint8Array;
  outputModalities: Uint8Array;
  /** USD per 1,000,000 tokens, NaN for unknown. */
  inputPrice: Float64Array;
  outputPrice: Float64Array;
  /** Tokens, 0 for unknown. */
  context: Uint32Array;
  output: Uint32Array;
  /** `periodKey`, 0 for unknown. */
  released: Uint32Array;
  knowledge: Uint32Array;
  /** 1 where the provider made the model it sells here. */
  ownRow: Uint8Array;
  /** Rows with the same number are the same underlying model. */
  group: Uint32Array;
  /** Position in `makers` plus one; 0 where nobody is known to have made it. */
  maker: Uint16Array;
  /** What published benchmarks say of the model, 0 to 1; NaN where there are none. */
  ability: Float64Array;
  /** Position in `kinds`. */
  kind: Uint8Array;
  /** USD per 1,000,000 tokens, NaN for unknown. */
  cacheRead: Float64Array;
  cacheWrite: Float64Array;
  /** `chargedBesidesFrom`: from how many prompt tokens on a cost needs more than the base prices, and one. */
  rowFrom: Uint32Array;
  /** 1 where all that is charged is listed, and is nothing. */
  free: Uint8Array;
  /** Place of the row's value among all values of a key, in order; `unranked` for unknown. */
  rank(key: RankedKey): Uint32Array;
  /** Where the row lies in models.jsonl. Read without its column. */
  placeOf(row: number): Place;
  /** Where what is known of the row's underlying model lies in facts.jsonl, of no length where nothing is. Read alike. */
  factsPlaceOf(row: number): Place;
  /** Three numbers a row: where it begins in models.jsonl, its length, its sum mixed with the row. */
  places: Uint32Array;
}

interface Meta {
  rowCount: number;
  providers: string[];
  families: string[];
  statuses: string[];
  makers: string[];
}

/** What is inferred of rows from the whole catalog. */
export interface InferredColumns {
  ownRow: Uint8Array;
  group: Uint32Array;
  ability: Float64Array;
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

type Models = readonly ModelInfo[];

/** A bit of `capabilities`: what is not there may be there all the same, for it is not understood. */
export const doubtful = 0x80_00;

type OwnColumns = typeof columnOf;
/** The columns that say of a row what stands in it. */
export type OwnColumn = keyof OwnColumns;

const price = (value: number | null | undefined): number => value ?? Number.NaN;

/** What stands in a column, from the rows and the names behind its numbers. */
export const columnOf = {
  provider: (models: Models, { providers }: Names) => {
    const numbers = new Map(providers.map((name, position) => [name, position]));
    return fill(u32(models), models, (model) => numbers.get(model.provider) ?? 0);
  },
  family: (models: Models, { families }: Names) => {
    const numbers = numbersOf(families);
    return fill(u32(models), models, (model) => numbers.get(model.family ?? "") ?? 0);
  },
  status: (models: Models, { statuses }: Names) => {
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
  free: (models: Models) => fill(u8(models), models, (model) => (isFree(model) ? 1 : 0)),
} as const;

const u8 = ({ length }: Models): Uint8Array => new Uint8Array(length);
const u32 = ({ length }: Models): Uint32Array => new Uint32Array(length);
const f64 = ({ length }: Models): Float64Array => new Float64Array(length);

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

export function encodeColumns(
  models: readonly ModelInfo[],
  { places, facts }: { places: Places; facts: Places },
  { makers, ...inferred }: InferredColumns,
  sumOf: SumOf,
): PreparedPart {
  const names = namesOf(models);
  const own = Object.entries(columnOf).map(([name, work]) => [name, work(models, names)]);
  const ranks = rankedKeys.map((key) => [`rank ${key}`, rankBy(models, key, inferred.ownRow)]);
  const meta: Meta = { rowCount: models.length, ...names, makers };
  const columns = {
    ...(Object.fromEntries([...own, ...ranks]) as Record<string, Column>),
    ...inferred,
    places: placesByRow(places),
    "places of facts": placesByRow(facts),
  };
  return encodeContainer(meta, columns, sumOf);
}

function placesByRow(places: Places): Uint32Array {
  const mixed = places.slice();
  for (let row = 0, at = 2; at < mixed.length; row += 1, at += numbersPerPlace) {
    mixed[at] = (mixed[at] as number) ^ row;
  }
  return mixed;
}

/** Columns of a part; each is read and verified when it is first asked for. */
export function openColumns(part: Part): Columns {
  const { meta, u8, u16, u32, f64, peekU32 } = openContainer<Meta>(part);
  return {
    ...meta,
    get provider() {
      return keep(this, "provider", u32("provider"));
    },
    get family() {
      return keep(this, "family", u32("family"));
    },
    get status() {
      return keep(this, "status", u8("status"));
    },
    get capabilities() {
      return keep(this, "capabilities", u16("capabilities"));
    },
    get inputModalities() {
      return keep(this, "inputModalities", u8("inputModalities"));
    },
    get outputModalities() {
      return keep(this, "outputModalities", u8("outputModalities"));
    },
    get inputPrice() {
      return keep(this, "inputPrice", f64("inputPrice"));
    },
    get outputPrice() {
      return keep(this, "outputPrice", f64("outputPrice"));
    },
    get context() {
      return keep(this, "context", u32("context"));
    },
    get output() {
      return keep(this, "output", u32("output"));
    },
    get released() {
      return keep(this, "released", u32("released"));
    },
    get knowledge() {
      return keep(this, "knowledge", u32("knowledge"));
    },
    rank: (key) => u32(`rank ${key}`),
    get ownRow() {
      return keep(this, "ownRow", u8("ownRow"));
    },
    placeOf: (row) => placeIn(peekU32("places", row * numbersPerPlace, numbersPerPlace), 0, row),
    factsPlaceOf: (row) =>
      placeIn(peekU32("places of facts", row * numbersPerPlace, numbersPerPlace), 0, row),
    get group() {
      return keep(this, "group", u32("group"));
    },
    get maker() {
      return keep(this, "maker", u16("maker"));
    },
    get ability() {
      return keep(this, "ability", f64("ability"));
    },
    get kind() {
      return keep(this, "kind", u8("kind"));
    },
    get cacheRead() {
      return keep(this, "cacheRead", f64("cacheRead"));
    },
    get cacheWrite() {
      return keep(this, "cacheWrite", f64("cacheWrite"));
    },
    get rowFrom() {
      return keep(this, "rowFrom", u32("rowFrom"));
    },
    get free() {
      return keep(this, "free", u8("free"));
    },
    get places() {
      return keep(this, "places", u32("places"));
    },
  };
}

/** The place of a row from the three numbers that begin at `first`. */
export function placeIn(places: Uint32Array, first: number, row: number): Place {
  const [offset = 0, length = 0, mixed = 0] = places.subarray(first, first + numbersPerPlace);
  return [offset, length, (mixed ^ row) >>> 0];
}

/** From now on the property is plain. */
function keep<Value>(columns: object, name: keyof Columns, value: Value): Value {
  Object.defineProperty(columns, name, { value, enumerable: true });
  return value;
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
