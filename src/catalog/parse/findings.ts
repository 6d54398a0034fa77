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

/** Collects findings while a catalog is read. */
export class Notebook {
  readonly setAsideRows: SetAside[] = [];
  readonly #unknown = new Map<string, number>();
  readonly #odd = new Map<string, number>();

  setAside(where: string, reason: string): void {
    this.setAsideRows.push({ where, reason });
  }

  odd(path: string, reason: string): void {
    const key = `${path}: ${reason}`;
    this.#odd.set(key, (this.#odd.get(key) ?? 0) + 1);
  }

  /** Counts the fields of `record` that are not in `known`. */
  compareFields(path: string, record: Record<string, unknown>, known: ReadonlySet<string>): void {
    for (const field in record) {
      if (known.has(field)) continue;
      const key = `${path}.${field}`;
      this.#unknown.set(key, (this.#unknown.get(key) ?? 0) + 1);
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

function toRecord(counts: Map<string, number>): Record<string, number> {
  // a field may be called __proto__
  const record: Record<string, number> = Object.create(null);
  for (const key of [...counts.keys()].sort()) record[key] = counts.get(key) ?? 0;
  return record;
}
