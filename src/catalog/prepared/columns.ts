import type { ChoiceColumns } from "./choice-columns.ts";
import { openContainer } from "./container.ts";
import { numbersPerPlace, type Place } from "./lines.ts";
import type { Part } from "./parts.ts";
import type { RankedKey } from "./ranks.ts";

/** Every row's values for filters and sorting, one array per value; position is the row, rows are in ref order. */
export interface Columns extends ChoiceColumns {
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
  inputLimit: Uint32Array;
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
  /** The same of several. */
  placesOf(rows: readonly number[]): Place[];
  /** Where what the model's figure rests on lies in groups.jsonl, of no length where it has none. Read alike. */
  evidencePlaceOf(row: number): Place;
  /** Three numbers a row: where it begins in models.jsonl, its length, its sum mixed with the row. */
  places: Uint32Array;
}

/** A bit of `capabilities`: what is not there may be there all the same, for it is not understood. */
export const doubtful = 0x80_00;

/** The names, as they are kept beside the columns. */
export interface Meta {
  rowCount: number;
  providers: string[];
  families: string[];
  statuses: string[];
  makers: string[];
}

/** So many places that lie together are read in the time of a single one, which is that of asking the system. */
const rowsInTheTimeOfOne = 300;

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
    get inputLimit() {
      return keep(this, "inputLimit", u32("inputLimit"));
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
    placesOf(rows) {
      const { length } = rows;
      if (length * rowsInTheTimeOfOne < meta.rowCount) return rows.map((row) => this.placeOf(row));
      const all = peekU32("places", 0, meta.rowCount * numbersPerPlace);
      return rows.map((row) => placeIn(all, row * numbersPerPlace, row));
    },
    evidencePlaceOf: (row) =>
      placeIn(peekU32("places of evidence", row * numbersPerPlace, numbersPerPlace), 0, row),
    get group() {
      return keep(this, "group", u32("group"));
    },
    get maker() {
      return keep(this, "maker", u16("maker"));
    },
    get quality() {
      return keep(this, "quality", f64("quality"));
    },
    get spread() {
      return keep(this, "spread", f64("spread"));
    },
    get results() {
      return keep(this, "results", u16("results"));
    },
    get standing() {
      return keep(this, "standing", u8("standing"));
    },
    get marks() {
      return keep(this, "marks", u8("marks"));
    },
    get role() {
      return keep(this, "role", u8("role"));
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
  const mixed = places[first + 2] ?? 0;
  return [places[first] ?? 0, places[first + 1] ?? 0, (mixed ^ row) >>> 0];
}

/** From now on the property is plain. */
function keep<Value>(columns: object, name: keyof Columns, value: Value): Value {
  Object.defineProperty(columns, name, { value, enumerable: true });
  return value;
}
