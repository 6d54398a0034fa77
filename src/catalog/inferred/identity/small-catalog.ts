import type { ModelRow } from "../../words/model.ts";
import { parseCatalog } from "../../parse/catalog.ts";
import {
  type Identities,
  type Identity,
  identityOf,
  linkBetween,
  type Link,
} from "./identities.ts";
import { identify } from "./identify.ts";

/** An id as a provider offers it, with what its record says beside the id. */
export type Offer = string | ({ id: string } & Record<string, unknown>);

/** For tests: a catalog of a few offers, asked by refs. */
export class SmallCatalog {
  readonly models: ModelRow[];
  readonly identities: Identities;

  /** `facts` are ids of models.json with their names. */
  constructor(sellers: Record<string, readonly Offer[]>, facts: Record<string, string> = {}) {
    const document = Object.fromEntries(
      Object.entries(sellers).map(([id, offers]) => [id, { id, models: offers.map(toWire) }]),
    );
    const named = Object.fromEntries(Object.entries(facts).map(([id, name]) => [id, { name }]));
    const catalog = parseCatalog(document, named);
    this.models = catalog.models.map(({ model }) => model);
    this.identities = identify(this.models, catalog.facts);
  }

  of(ref: string): Identity {
    return identityOf(this.identities, this.#row(ref));
  }

  link(a: string, b: string): Link | undefined {
    return linkBetween(this.identities, this.#row(a), this.#row(b));
  }

  areSame(a: string, b: string): boolean {
    return this.link(a, b) !== undefined;
  }

  #row(ref: string): number {
    const row = this.models.findIndex((model) => model.ref === ref);
    if (row < 0) throw new RangeError(`no ${ref} in this catalog`);
    return row;
  }
}

function toWire(offer: Offer): Record<string, unknown> {
  const given = typeof offer === "string" ? { id: offer } : offer;
  const usual = {
    name: given.id,
    release_date: "2025-08-07",
    reasoning: true,
    modalities: { input: ["text"], output: ["text"] },
    cost: { input: 1, output: 4 },
  };
  return { ...usual, ...given };
}
