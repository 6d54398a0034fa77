import { makerLetters } from "../words/maker-letters.ts";
import { splitRef } from "../words/ref.ts";
import { namespaceIn } from "./identity/host-syntax.ts";
import { JoinedNames } from "./joined-names.ts";
import { OtherNames } from "./other-names.ts";
import { namesWrapper } from "./sellers/wrappers.ts";

/** What is read of a catalog: columns as they are prepared. */
interface Rows {
  refs: readonly string[];
  columns: {
    providers: readonly string[];
    provider: ArrayLike<number>;
    makers: readonly string[];
    /** Position in `makers` plus one; 0 for nobody. */
    maker: ArrayLike<number>;
    group: ArrayLike<number>;
    ownRow: ArrayLike<number>;
  };
}

// `ai-` is no company
const shortestName = 3;
// one model that another calls its own is no other name
const fewestOwn = 2;
const share = 0.9;

/**
 * Which names stand for one maker, by how the rows of a catalog are called: makers are named by whoever sells what they
 * made, each as it likes.
 */
export class MakerNames {
  readonly #rows: Rows;
  readonly #names = new JoinedNames();
  /** By row, in lower case; empty where nobody is named, or a wrapper. */
  readonly #namespaces: readonly string[];

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#namespaces = rows.refs.map((ref) => {
      const id = splitRef(ref)?.id ?? "";
      return namesWrapper(id) ? "" : namespaceIn(id);
    });
    this.#joinAlike();
    this.#joinNamespaces();
    this.#joinOwnSellers();
    this.#joinInitials();
  }

  /** The makers in the catalog that this name means, in their order: all whose name is one of the same maker's. */
  meantBy(name: string): string[] {
    const { makers } = this.#rows.columns;
    const wanted = new Set(
      this.#names.all.filter((one) => isAlike(one, name)).map((one) => this.#names.of(one)),
    );
    const found = makers.filter((one) => wanted.has(this.#names.of(one)));
    if (found.length > 0) return found;
    // a company whose models are all those of one of its teams: ibm of ibm-granite
    const company = name.trim().toLowerCase();
    if (company.length < shortestName) return [];
    return makers.filter((one) => one.startsWith(`${company}-`));
  }

  /** Which names are one's: the same text for all of them. */
  of(maker: string): string {
    return this.#names.of(maker);
  }

  #makerOf(row: number): string | undefined {
    const { maker, makers } = this.#rows.columns;
    return makers[(maker[row] as number) - 1];
  }

  /** By their letters, and with what a company calls its teams: `meta-llama`, `bytedance-seed` of bytedance. */
  #joinAlike(): void {
    const { makers } = this.#rows.columns;
    const known = new Set(makers);
    const byLetters = new Map<string, string>();
    for (const name of new Set([...makers, ...this.#namespaces])) {
      if (name === "") continue;
      const letters = makerLetters(name);
      this.#names.join(name, byLetters.get(letters) ?? name);
      byLetters.set(letters, name);
      for (let at = name.indexOf("-"); at > 0; at = name.indexOf("-", at + 1)) {
        const company = name.slice(0, at);
        if (at >= shortestName && known.has(company)) this.#names.join(name, company);
      }
    }
  }

  /** By what stands before the ids of what somebody made: `qwen/…` of what alibaba made. */
  #joinNamespaces(): void {
    const { columns } = this.#rows;
    const others = new OtherNames();
    const soldOf = new Map<string, Map<string, number>>();
    this.#namespaces.forEach((namespace, row) => {
      const maker = this.#makerOf(row);
      if (maker === undefined) return;
      const one = this.#names.of(maker);
      if (namespace !== "")
        others.note(this.#names.of(namespace), one, columns.group[row] as number);
      const seller = makerLetters(columns.providers[columns.provider[row] as number] as string);
      count(soldOf, seller, one);
    });
    for (const [name, maker] of others.found()) {
      // a host that puts its own name before what it serves made none of it
      const sold = soldOf.get(makerLetters(name));
      if (sold === undefined || mostly(sold, 1) === maker) this.#names.join(name, maker);
    }
  }

  /** By what others call what a maker sells itself, where they all call somebody else: what llama sells is meta's. */
  #joinOwnSellers(): void {
    const { columns } = this.#rows;
    const saidOf = new Map<number, Map<string, number>>();
    const ownOf = new Map<string, Set<number>>();
    this.#namespaces.forEach((namespace, row) => {
      const group = columns.group[row] as number;
      if (namespace !== "") count(saidOf, group, this.#names.of(namespace));
      const maker = this.#makerOf(row);
      if (maker === undefined || columns.ownRow[row] !== 1) return;
      if (maker !== columns.providers[columns.provider[row] as number]) return;
      ownOf.set(maker, (ownOf.get(maker) ?? new Set()).add(group));
    });
    const makers = new Set(columns.makers.map((name) => this.#names.of(name)));
    for (const [maker, groups] of ownOf) {
      const called = new Map<string, number>();
      for (const group of groups) {
        const most = mostly(saidOf.get(group) ?? new Map<string, number>(), 1, 0.5);
        if (most !== undefined) called.set(most, (called.get(most) ?? 0) + 1);
      }
      const name = mostly(called, fewestOwn);
      if (name !== undefined && makers.has(name)) this.#names.join(maker, name);
    }
  }

  /** `bfl` of black-forest-labs, where both stand before one model. */
  #joinInitials(): void {
    const { columns } = this.#rows;
    const namesOf = new Map<number, Set<string>>();
    this.#namespaces.forEach((namespace, row) => {
      const group = columns.group[row] as number;
      const names = namesOf.get(group) ?? new Set<string>();
      namesOf.set(group, names);
      for (const name of [namespace, this.#makerOf(row) ?? ""]) if (name !== "") names.add(name);
    });
    for (const names of namesOf.values()) {
      for (const name of names) {
        const initials = name.replaceAll(/([a-z0-9])[a-z0-9]*-?/g, "$1");
        if (initials.length >= shortestName && names.has(initials))
          this.#names.join(name, initials);
      }
    }
  }
}

function isAlike(one: string, other: string): boolean {
  return one === other || makerLetters(one) === makerLetters(other);
}

function count<Key>(counts: Map<Key, Map<string, number>>, key: Key, name: string): void {
  const of = counts.get(key) ?? new Map<string, number>();
  counts.set(key, of.set(name, (of.get(name) ?? 0) + 1));
}

/** The name that nearly all are counted for, where there are as many. */
function mostly(
  counts: ReadonlyMap<string, number>,
  fewest: number,
  least = share,
): string | undefined {
  let all = 0;
  for (const size of counts.values()) all += size;
  for (const [name, size] of counts) if (size >= fewest && size >= all * least) return name;
  return undefined;
}
