import type { Chosen } from "../catalog/query/rests-on.ts";
import { rowsInDoubt } from "../catalog/query/rows-in-doubt.ts";
import { touches, type Values, valuesOfFields } from "../catalog/words/lost-values.ts";
import type { CatalogView } from "../catalog/view.ts";
import { mayLack } from "./may-lack.ts";
import type { Warning } from "../failure.ts";
import { foreignCode, foreignValues } from "../modelsdev/unusual.ts";
import type { CatalogAbout } from "../modelsdev/disk/manifest.ts";

interface Lacking {
  ref: string;
  notUnderstood?: readonly string[];
}

export function misunderstood(about: CatalogAbout): Misunderstood {
  return new Misunderstood(about);
}

/** What an answer rests on and does not have, because the source's is not understood. */
class Misunderstood {
  readonly #about: CatalogAbout;
  readonly #byRef = new Map<string, Set<string>>();

  constructor(about: CatalogAbout) {
    this.#about = about;
  }

  /** Of rows that are shown; `shown`: the fields that are, all if not given. */
  addShown(rows: readonly Lacking[], shown?: Values): this {
    const values = shown && valuesOfFields(shown);
    for (const { ref, notUnderstood } of rows) {
      for (const value of notUnderstood ?? []) {
        if (values === undefined || touches(value, values)) this.#add(ref, value);
      }
    }
    return this;
  }

  /** The same of rows by their number. */
  addRows(view: CatalogView, rows: readonly number[], shown?: Values): this {
    const values = shown && valuesOfFields(shown);
    const given = new Set(rows);
    for (const [value, lacking] of this.#rowsOf(view)) {
      if (values !== undefined && !touches(value, values)) continue;
      for (const row of lacking) if (given.has(row)) this.#add(view.modelAt(row).ref, value);
    }
    return this;
  }

  /** Of rows that are known by their ref alone. */
  addLacking(lacking: Iterable<readonly [ref: string, values: readonly string[]]>): this {
    for (const [ref, values] of lacking) for (const value of values) this.#add(ref, value);
    return this;
  }

  /** Of rows whose place in an answer, or lack of one, may be another than it would be. */
  addChoice(view: CatalogView, chosen: Chosen): this {
    for (const [row, lacking] of rowsInDoubt(view, this.#rowsOf(view), chosen)) {
      const { ref } = view.modelAt(row);
      for (const value of lacking) this.#add(ref, value);
    }
    return this;
  }

  /** The warnings of an answer with one line about it, which says what is foreign in the whole catalog, too. */
  warnings(before: readonly Warning[]): Warning[] {
    const rows = [...this.#byRef];
    const [first] = rows;
    if (first === undefined) return [...before];
    const counts = new Map<string, number>();
    for (const [, values] of rows) {
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const isSaid = foreignValues(this.#about).every((value) => counts.has(value));
    const others = isSaid ? before.filter(({ code }) => code !== foreignCode) : before;
    const message =
      rows.length === 1
        ? `${first[0]}: ${sayUnknown([...first[1]])}`
        : `${rows.length} models have values that are not understood and count as unknown: ${sayCounts(counts)}`;
    return [...others, { code: "catalog.not-understood", message }];
  }

  /** Which rows lack what. Of a catalog in which nothing is lost nothing is kept. */
  #rowsOf(view: CatalogView): ReturnType<CatalogView["notUnderstood"]> {
    const { lostRows } = this.#about;
    if (lostRows !== undefined) return new Map(lostRows);
    return mayLack(this.#about, undefined) ? view.notUnderstood() : new Map();
  }

  #add(ref: string, value: string): void {
    const known = this.#byRef.get(ref);
    if (known === undefined) this.#byRef.set(ref, new Set([value]));
    else known.add(value);
  }
}

function sayUnknown(values: readonly string[]): string {
  const [are, count] = values.length === 1 ? ["is", "counts"] : ["are", "count"];
  return `${values.join(", ")} ${are} not understood and ${count} as unknown`;
}

const mostSaid = 8;

function sayCounts(counts: ReadonlyMap<string, number>): string {
  const all = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  const said = all.slice(0, mostSaid).map(([value, count]) => `${value} (${count})`);
  return all.length > mostSaid ? `${said.join(", ")} and others` : said.join(", ");
}
