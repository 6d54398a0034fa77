import type { ModelFacts } from "../words/facts.ts";

/** Where the facts of a row stand in their list: found by ref, by an id written `lab/id`, or by a bare id that one lab alone has. */
export class FactIndex {
  readonly #byId = new Map<string, number>();
  readonly #byBareId = new Map<string, number | undefined>();

  constructor(facts: readonly ModelFacts[]) {
    facts.forEach((entry, position) => {
      const id = entry.id.toLowerCase();
      this.#byId.set(id, position);
      const bare = id.slice(id.indexOf("/") + 1);
      this.#byBareId.set(bare, this.#byBareId.has(bare) ? undefined : position);
    });
  }

  /** `keyOf` gives the name of the row's model, where its own tells nothing: not where several labs use that. */
  find(ref: string, id: string, keyOf: () => string): number | undefined {
    const bare = id.toLowerCase();
    const own = this.#byId.get(ref.toLowerCase()) ?? this.#byId.get(bare);
    if (own !== undefined || this.#byBareId.has(bare)) return own ?? this.#byBareId.get(bare);
    return this.#byId.get(keyOf().toLowerCase());
  }
}
