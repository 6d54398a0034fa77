import { ModelForgeError } from "../../failure.ts";
import { nameFailure } from "../words/broken.ts";
import { compareText } from "../words/ref.ts";
import { beginningOf } from "../words/said.ts";
import { Moment } from "./moment.ts";
import { valuesAt } from "./values-at.ts";

/** One row that could not be read, and why. The rest of the catalog is unharmed. */
export interface SetAside {
  /** Where it stood: `provider` or `provider/id`. */
  where: string;
  reason: string;
}

/** What a parse noticed besides the rows: nothing of it is fatal. */
export interface Findings {
  setAside: SetAside[];
  /** Fields we do not know, counted by path: how the wire has drifted since this version. */
  unknownFields: Record<string, number>;
  /** Known fields with a value that cannot be right, or that was read though nobody writes it so, by path and reason. */
  oddValues: Record<string, number>;
  /** Values that are unknown because the source's are not understood, by their path: how many rows lack them for it. */
  notUnderstood: Record<string, number>;
}

// what is noted is kept beside the catalog and read with it
const mostKinds = 500;
const others = "others";
// a row can say no more than a few things
const mostNamed = 20;

/** Collects findings while a catalog is read. */
export class Notebook {
  readonly moment: Moment;
  readonly setAsideRows: SetAside[] = [];
  /** Days and months that were read and are to be believed of any row. */
  readonly days = new Set<string>();
  readonly #lost = new Map<string, number>();
  #ofRow: Set<string> | undefined;
  readonly #unknown = new Map<string, number>();
  readonly #odd = new Map<string, number>();

  /** `now`: when the catalog is read, in milliseconds since 1970. */
  constructor(now = 0) {
    this.moment = new Moment(now);
  }

  /** What was not understood belongs to another row, or provider, from now on. */
  startRow(): void {
    this.#ofRow = undefined;
  }

  /** Adds the paths of the row's values that are unknown because the source's were not understood, where there are any. */
  addNotUnderstood<Row extends { notUnderstood?: string[] }>(row: Row): Row {
    if (this.#ofRow !== undefined) row.notUnderstood = [...this.#ofRow];
    return row;
  }

  /** A row that was taken. */
  countRow({ notUnderstood }: { notUnderstood?: readonly string[] }): void {
    if (notUnderstood !== undefined) for (const value of notUnderstood) count(this.#lost, value);
  }

  setAside(where: string, reason: string): void {
    this.setAsideRows.push({ where, reason });
  }

  /** Reads one row; where that throws, this row alone is set aside. */
  guard(where: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      this.setAsideFor(error, where);
    }
  }

  /** Sets aside what threw `error`, unless that is a failure of ours. */
  setAsideFor(error: unknown, where: string): void {
    if (error instanceof ModelForgeError) throw error;
    this.setAside(where, `cannot be read (${nameFailure(error)})`);
  }

  /** What stands there was not understood. */
  odd(path: string, reason: string): void {
    count(this.#odd, `${path}: ${reason}`);
    for (const value of valuesAt(path)) this.lose(value);
  }

  /** What stands there was understood, though models.dev writes it in another way. */
  spelled(path: string, how: string): void {
    count(this.#odd, `${path}: ${how}`);
  }

  /** A value of the row is unknown because the source's is not understood. */
  lose(value: string): void {
    this.#ofRow ??= new Set();
    if (this.#ofRow.size < mostNamed) this.#ofRow.add(value);
  }

  /** Counts a field that nobody here knows. */
  unknown(path: string): void {
    count(this.#unknown, path);
  }

  /** The fields that nobody knows and more than half of so many models have. */
  unknownInMost(models: number): string[] {
    const found: string[] = [];
    for (const [path, times] of this.#unknown) {
      const [of, field, ...deeper] = path.split(".");
      const isField = of === "model" && field !== undefined && deeper.length === 0;
      if (isField && times * 2 > models) found.push(field);
    }
    return found;
  }

  /** Counts the fields of `record` that are not in `known`, and says whether there are any. */
  compareFields(
    path: string,
    record: Record<string, unknown>,
    known: ReadonlySet<string>,
  ): boolean {
    let areThere = false;
    for (const field in record) {
      if (known.has(field)) continue;
      this.unknown(`${path}.${beginningOf(field)}`);
      areThere = true;
    }
    return areThere;
  }

  findings(): Findings {
    return {
      setAside: this.setAsideRows,
      unknownFields: toRecord(this.#unknown),
      oddValues: toRecord(this.#odd),
      notUnderstood: toRecord(this.#lost),
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  const key = counts.has(name) || counts.size < mostKinds ? name : others;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A field may be called `__proto__`: entries become the record's own, whatever their name. */
function toRecord(counts: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}
