import { capabilities, modalities, toMask } from "../words/capability.ts";
import { dateKey } from "../words/dates.ts";
import { kindOf, kinds } from "../inferred/kind.ts";
import { type ModelInfo, statuses as knownStatuses } from "../words/model.ts";
import { compareText } from "../words/ref.ts";
import { encodeContainer, openContainer } from "./container.ts";
import type { Place, SumOf } from "./lines.ts";
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
  /** `dateKey`, 0 for unknown. */
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
  /** Lowest threshold of a long-context tier, in prompt tokens; 0 for none. */
  tierFrom: Uint32Array;
  /** Place of the row's value among all values of a key, in order; `unranked` for unknown. */
  rank(key: RankedKey): Uint32Array;
  /** Where the row lies in models.jsonl. Read without its column. */
  placeOf(row: number): Place;
  /** Three numbers a row: where it begins in models.jsonl, its length, its sum mixed with the row. */
  places: Uint32Array;
}

/** Numbers in `places` for each row. */
export const numbersPerPlace = 3;

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
  for (let row = 0; row < items.length; row += 1) column[row] = value(items[row] as Item);
  return column;
}

export function encodeColumns(
  models: readonly ModelInfo[],
  places: readonly Place[],
  { makers, ...inferred }: InferredColumns,
  sumOf: SumOf,
): PreparedPart {
  const providers = [...new Set(models.map((model) => model.provider))];
  const families = sortedNames(models.map((model) => model.family));
  const statuses = statusNames(models);
  const providerNumber = new Map(providers.map((name, position) => [name, position]));
  const statusNumber = new Map(statuses.map((name, position) => [name, position + 1]));
  const familyNumber = new Map(families.map((name, position) => [name, position + 1]));
  const count = models.length;
  const meta: Meta = { rowCount: models.length, providers, families, statuses, makers };
  const price = (value: number | null | undefined): number => value ?? Number.NaN;
  const columns = {
    provider: fill(
      new Uint32Array(count),
      models,
      (model) => providerNumber.get(model.provider) ?? 0,
    ),
    family: fill(
      new Uint32Array(count),
      models,
      (model) => familyNumber.get(model.family ?? "") ?? 0,
    ),
    status: fill(
      new Uint8Array(count),
      models,
      ({ status }) => statusNumber.get(status ?? "") ?? 0,
    ),
    capabilities: fill(new Uint16Array(count), models, (model) =>
      toMask(capabilities, model.capabilities),
    ),
    inputModalities: fill(new Uint8Array(count), models, (model) =>
      toMask(modalities, model.modalities.input),
    ),
    outputModalities: fill(new Uint8Array(count), models, (model) =>
      toMask(modalities, model.modalities.output),
    ),
    inputPrice: fill(new Float64Array(count), models, (model) => price(model.price?.input)),
    outputPrice: fill(new Float64Array(count), models, (model) => price(model.price?.output)),
    context: fill(new Uint32Array(count), models, (model) => toTokens(model.limits.context)),
    output: fill(new Uint32Array(count), models, (model) => toTokens(model.limits.output)),
    released: fill(new Uint32Array(count), models, (model) => dateKey(model.releaseDate)),
    knowledge: fill(new Uint32Array(count), models, (model) => dateKey(model.knowledge)),
    ...Object.fromEntries(rankedKeys.map((key) => [`rank ${key}`, rankBy(models, key)])),
    ...inferred,
    kind: fill(new Uint8Array(count), models, (model) => kinds.indexOf(kindOf(model))),
    cacheRead: fill(new Float64Array(count), models, (model) => price(model.price?.cacheRead)),
    cacheWrite: fill(new Float64Array(count), models, (model) => price(model.price?.cacheWrite)),
    tierFrom: fill(new Uint32Array(count), models, (model) =>
      toTokens(model.price?.tiers[0]?.aboveTokens ?? null),
    ),
    places: Uint32Array.from(
      places.flatMap(([offset, length, sum], row) => [offset, length, sum ^ row]),
    ),
  };
  return encodeContainer(meta, columns, sumOf);
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
    get tierFrom() {
      return keep(this, "tierFrom", u32("tierFrom"));
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

function statusNames(models: readonly ModelInfo[]): string[] {
  const names = sortedNames(models.map((model) => model.status));
  if (names.length <= mostStatuses) return names;
  const known = names.filter((name) => knownStatuses.some((one) => one === name));
  const others = names.filter((name) => !known.includes(name));
  return [...known, ...others].slice(0, mostStatuses).sort(compareText);
}

function sortedNames(names: (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].sort(compareText);
}
