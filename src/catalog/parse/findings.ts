import { ModelForgeError } from "../../failure.ts";
import { nameFailure } from "../words/broken.ts";
import { compareText } from "../words/ref.ts";

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
  /** Known fields with a value that cannot be right, counted by path and reason. */
  oddValues: Record<string, number>;
}

// what is noted is kept beside the catalog and read with it
const mostKinds = 500;
const others = "others";

/** Collects findings while a catalog is read. */
export class Notebook {
  readonly setAsideRows: SetAside[] = [];
  readonly #unknown = new Map<string, number>();
  readonly #odd = new Map<string, number>();

  setAside(where: string, reason: string): void {
    this.setAsideRows.push({ where, reason });
  }

  /** Reads one row; where that throws, this row alone is set aside. */
  guard(where: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof ModelForgeError) throw error;
      this.setAside(where, `cannot be read (${nameFailure(error)})`);
    }
  }

  odd(path: string, reason: string): void {
    count(this.#odd, `${path}: ${reason}`);
  }

  /** Counts the fields of `record` that are not in `known`. */
  compareFields(path: string, record: Record<string, unknown>, known: ReadonlySet<string>): void {
    for (const field in record) {
      if (!known.has(field)) count(this.#unknown, `${path}.${shown(field)}`);
    }
  }

  findings(): Findings {
    return {
      setAside: this.setAsideRows,
      unknownFields: toRecord(this.#unknown),
      oddValues: toRecord(this.#odd),
    };
  }
}

/** The beginning of a name from outside that may be of any length. */
export function shown(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

function count(counts: Map<string, number>, name: string): void {
  const key = counts.has(name) || counts.size < mostKinds ? name : others;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A field may be called `__proto__`: entries become the record's own, whatever their name. */
function toRecord(counts: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}
