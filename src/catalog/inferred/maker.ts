import type { ModelFacts } from "../words/facts.ts";
import { makerLetters } from "../words/maker-letters.ts";
import type { ModelRow } from "../words/model.ts";

// labs whose own service goes by another name in the catalog
const labOfService: Readonly<Record<string, string>> = { llama: "meta", xai: "x-ai" };

const official = 1_000_000;

/**
 * Which provider made what it sells, judged by what others call it: resellers write `openai/gpt-5`,
 * and models.json lists `openai/gpt-5`, so `gpt-5` at `openai` is the maker's own row. Names are compared by their letters:
 * `zai-org` is zai.
 */
export class Makers {
  /** Id → who is said to have made it, by letters, and how many say so. */
  readonly #saidById = new Map<string, Map<string, number>>();
  /** The same of upstream's own word, which outweighs any number of resellers. */
  readonly #officialById = new Map<string, Set<string>>();
  /** Ids that somebody calls its own, and no other does so. */
  readonly #claimed = new Map<string, string>();
  readonly #models: Iterable<ModelRow>;
  readonly #letters = new Map<string, string>();
  readonly #namesOf = new Map<string, readonly string[]>();
  #sellersOfClaimed: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(models: Iterable<ModelRow>, facts: Iterable<ModelFacts>) {
    this.#models = models;
    for (const { id, provider } of models) {
      // most ids name nobody
      if (!id.includes("/")) continue;
      const { lab, bare } = partsOf(id);
      if (lab === "") continue;
      if (lab === provider) this.#claimed.set(bare, provider);
      else addTo(this.#saidById, bare, this.#lettersOf(lab));
    }
    for (const { id } of facts) {
      const { lab, bare } = partsOf(id);
      const labs = this.#officialById.get(bare) ?? new Set<string>();
      this.#officialById.set(bare, labs.add(this.#lettersOf(lab)));
    }
  }

  /** Whether anybody says who made this id. */
  isNamed(id: string): boolean {
    const bare = id.toLowerCase();
    return this.#saidById.has(bare) || this.#officialById.has(bare) || this.#claimed.has(bare);
  }

  /** How strongly the catalog says that this provider made this id; 0 for not at all, and where more say that others did. */
  strength(provider: string, id: string): number {
    const bare = id.toLowerCase();
    const officials = this.#officialById.get(bare);
    const said = this.#saidById.get(bare);
    if (officials === undefined && said === undefined)
      return this.#isAloneWith(provider, bare) ? 1 : 0;
    const names = this.#lettersOfNames(provider);
    if (officials !== undefined && names.some((name) => officials.has(name))) return official;
    if (said === undefined) return this.#isAloneWith(provider, bare) ? 1 : 0;
    let own = 0;
    let strongest = 0;
    // a step of an iterator is an object, until V8 optimises it
    said.forEach((count, lab) => {
      if (names.includes(lab)) own += count;
      else if (count > strongest) strongest = count;
    });
    return own < strongest ? 0 : own;
  }

  /** Nobody else says who made it: whoever calls it its own is believed as long as nobody else sells it. */
  #isAloneWith(provider: string, bare: string): boolean {
    if (this.#claimed.get(bare) !== provider) return false;
    this.#sellersOfClaimed ??= sellersOf(this.#models, this.#claimed);
    return this.#sellersOfClaimed.get(bare)?.size === 1;
  }

  /**
   * Whether a provider made what it sells as `bareId`. Who names somebody else before it, as `namespace`, says itself
   * that it did not: one reseller that calls it the maker is no word against that, upstream is.
   */
  isMakers(provider: string, bareId: string, namespace: string): boolean {
    const strength = this.strength(provider, bareId);
    if (strength < 1 || strength >= official) return strength >= official;
    return [provider, otherNameOf(provider), ""].includes(namespace);
  }

  /** What a provider is called, by letters: five thousand rows are of a hundred providers. */
  #lettersOfNames(provider: string): readonly string[] {
    let names = this.#namesOf.get(provider);
    if (names === undefined) {
      const other = otherNameOf(provider);
      names = (other === undefined ? [provider] : [provider, other]).map(makerLetters);
      this.#namesOf.set(provider, names);
    }
    return names;
  }

  #lettersOf(name: string): string {
    let letters = this.#letters.get(name);
    if (letters === undefined) {
      letters = makerLetters(name);
      this.#letters.set(name, letters);
    }
    return letters;
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

function otherNameOf(provider: string): string | undefined {
  return Object.hasOwn(labOfService, provider) ? labOfService[provider] : undefined;
}

/** Whom an id names before its last slash, and the rest. */
function partsOf(id: string): { lab: string; bare: string } {
  const slash = id.lastIndexOf("/");
  const lab = slash < 0 ? "" : id.slice(id.lastIndexOf("/", slash - 1) + 1, slash).toLowerCase();
  return { lab, bare: id.slice(slash + 1).toLowerCase() };
}

function addTo(said: Map<string, Map<string, number>>, bare: string, lab: string): void {
  const labs = said.get(bare) ?? new Map<string, number>();
  said.set(bare, labs.set(lab, (labs.get(lab) ?? 0) + 1));
}

function sellersOf(
  models: Iterable<ModelRow>,
  wanted: ReadonlyMap<string, string>,
): Map<string, Set<string>> {
  const sellers = new Map<string, Set<string>>();
  for (const { id, provider } of models) {
    const bare = id.slice(id.lastIndexOf("/") + 1).toLowerCase();
    if (wanted.has(bare)) sellers.set(bare, (sellers.get(bare) ?? new Set()).add(provider));
  }
  return sellers;
}
