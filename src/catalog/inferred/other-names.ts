// one upload under somebody's name is no other name of theirs
const fewestGroups = 3;
const share = 0.9;

/**
 * Learns how makers are called otherwise: who writes `qwen/…` of model after model that alibaba made means alibaba by it.
 */
export class OtherNames {
  readonly #groups = new Map<string, Map<string, Set<number>>>();

  /** Somebody puts `name` before an id of this group, which `maker` made. */
  note(name: string, maker: string, group: number): void {
    if (name === "" || name === maker) return;
    const makers = this.#groups.get(name) ?? new Map<string, Set<number>>();
    this.#groups.set(name, makers);
    makers.set(maker, (makers.get(maker) ?? new Set()).add(group));
  }

  /** Other name → the maker's. */
  found(): Map<string, string> {
    const found = new Map<string, string>();
    for (const [name, makers] of this.#groups) {
      let all = 0;
      for (const groups of makers.values()) all += groups.size;
      for (const [maker, { size }] of makers) {
        if (size >= fewestGroups && size >= all * share) found.set(name, maker);
      }
    }
    return found;
  }
}
