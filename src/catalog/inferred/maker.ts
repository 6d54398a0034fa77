import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";

// labs whose own service goes by another name in the catalog
const labOfService: Readonly<Record<string, string>> = { llama: "meta", xai: "x-ai" };

/**
 * Which provider made what it sells, judged by what others call it: resellers write `openai/gpt-5`,
 * and models.json lists `openai/gpt-5`, so `gpt-5` at `openai` is the maker's own row.
 */
export class Makers {
  readonly #labsById = new Map<string, Map<string, number>>();

  constructor(models: Iterable<ModelRow>, facts: Iterable<ModelFacts>) {
    for (const { id } of models) this.#note(id, 1);
    // upstream's own word outweighs any number of resellers
    for (const { id } of facts) this.#note(id, 1_000_000);
  }

  #note(id: string, weight: number): void {
    const slash = id.lastIndexOf("/");
    if (slash < 0) return;
    const lab = id.slice(id.lastIndexOf("/", slash - 1) + 1, slash).toLowerCase();
    const bare = id.slice(slash + 1).toLowerCase();
    const labs = this.#labsById.get(bare) ?? new Map<string, number>();
    labs.set(lab, (labs.get(lab) ?? 0) + weight);
    this.#labsById.set(bare, labs);
  }

  /** Whether anybody says who made this id. */
  isNamed(id: string): boolean {
    return this.#labsById.has(id.toLowerCase());
  }

  /** How strongly the catalog says that this provider made this id; 0 for not at all. */
  strength(provider: string, id: string): number {
    const labs = this.#labsById.get(id.toLowerCase());
    if (labs === undefined) return 0;
    const otherName = Object.hasOwn(labOfService, provider) ? labOfService[provider] : undefined;
    return Math.max(labs.get(provider) ?? 0, labs.get(otherName ?? "") ?? 0);
  }

  /** The provider among `sellers` of `id` that made it, or undefined where none did. */
  makerOf(id: string, sellers: Iterable<string>): string | undefined {
    let maker: string | undefined;
    let strongest = 0;
    for (const seller of sellers) {
      const strength = this.strength(seller, id);
      if (strength > strongest) {
        strongest = strength;
        maker = seller;
      }
    }
    return maker;
  }
}
