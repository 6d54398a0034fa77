import { type Cluster, type Facets, facetsText, isStronger } from "./cluster.ts";
import type { Member } from "./forms.ts";
import type { Mark } from "./marks.ts";
import type { ReasonCode } from "./reasons.ts";
import { sortedText } from "./spelling.ts";
import { daysApart } from "./stamps.ts";

/** The clusters that share a stem. The rules of this folder compare them with one another, and join some. */
export class Bucket {
  readonly #byFacets = new Map<string, Cluster>();
  /** There is a v2 of the same stem. */
  readonly hasLaterEdition: () => boolean;
  /** The version that an offer's name adds to its id. */
  readonly #versionOf: (member: Member) => string | undefined;

  constructor(
    clusters: readonly Cluster[],
    hasLaterEdition: () => boolean,
    versionOf: (member: Member) => string | undefined,
  ) {
    this.hasLaterEdition = hasLaterEdition;
    this.#versionOf = versionOf;
    // in one order whatever the order of the rows, and long spellings before those they are compared with
    const sorted = [...clusters].sort(
      (a, b) => b.marks.length - a.marks.length || (a.key < b.key ? -1 : 1),
    );
    for (const cluster of sorted) this.#byFacets.set(cluster.facets, cluster);
  }

  get clusters(): Cluster[] {
    return [...this.#byFacets.values()];
  }

  has(cluster: Cluster): boolean {
    return this.#byFacets.get(cluster.facets) === cluster;
  }

  find(facets: Facets): Cluster | undefined {
    return this.#byFacets.get(facetsText(facets));
  }

  /** Calls back for each that has not been joined to another meanwhile. */
  forEach(visit: (cluster: Cluster) => void): void {
    for (const cluster of this.clusters) if (this.has(cluster)) visit(cluster);
  }

  /** The versions that names of its offers add to their ids, one for each offer that does so. */
  versionsOf({ members }: Cluster): string[] {
    return members.map(this.#versionOf).filter((version) => version !== undefined);
  }

  rename(cluster: Cluster, { sizes, stamps, marks }: Facets): void {
    this.#byFacets.delete(cluster.facets);
    cluster.rename({ sizes, stamps, marks });
    this.#byFacets.set(cluster.facets, cluster);
  }

  /** Joins two; the stronger keeps its name, the other's offers carry the reason. */
  join(a: Cluster, b: Cluster, reason: ReasonCode, facets: Facets): void {
    const [winner, loser] = isStronger(a, b) ? [a, b] : [b, a];
    this.#byFacets.delete(loser.facets);
    winner.take(loser, reason);
    this.rename(winner, facets);
  }

  /** Puts a variant under its base, whichever is stronger. */
  subordinate(variant: Cluster, base: Cluster, reason: ReasonCode, names: readonly string[]): void {
    this.#byFacets.delete(variant.facets);
    base.take(variant, reason, names);
  }
}

export function withMarks({ sizes, stamps }: Facets, marks: readonly Mark[]): Facets {
  return { sizes, stamps, marks };
}

export function without(marks: readonly Mark[], ...left: readonly Mark[]): Mark[] {
  return marks.filter((mark) => !left.includes(mark));
}

/** Days between the releases of two; undefined where a date is missing. The same date in both ids settles it. */
export function releasesApart(a: Cluster, b: Cluster): number | undefined {
  if (a.stamps.length > 0 && sortedText(a.stamps) === sortedText(b.stamps)) return 0;
  if (a.released === null || b.released === null) return undefined;
  return daysApart(a.released, b.released);
}

/** Some provider lists both side by side, so to it they are two models. */
export function isSoldSideBySide(a: Cluster, b: Cluster): boolean {
  for (const provider of a.providers) if (b.providers.has(provider)) return true;
  return false;
}
