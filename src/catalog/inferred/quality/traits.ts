import type { ModelRow } from "../../words/model.ts";
import { medianOf } from "./median.ts";
import { releaseOf, yearsAfterOrigin } from "./release.ts";
import { type NameOf, saidBy, type Tier } from "./said.ts";
import { priceOf } from "./typical-price.ts";

/** What the catalog says of one underlying model, whoever sells it. `null`: unknown. */
export interface ModelTraits {
  /** Years after 2025-07-01. */
  years: number | null;
  reasons: boolean;
  isOpen: boolean;
  /** USD per 1,000,000 tokens, three parts input and one part output. */
  price: number | null;
  /** Billions of parameters, by its name. */
  size: number | null;
  /** Tokens. */
  context: number | null;
  /** Which tier of its family its name says it is. */
  tier: Tier | null;
  isCoder: boolean;
  /** A router and an alias are names of many models, one after the other. */
  nameOf: NameOf;
  /** How many providers sell it. */
  sellers: number;
}

/** `key`: what the group of `rows` is called; `makers`: the maker's own row of it. */
export function traitsOf(
  key: string,
  rows: readonly ModelRow[],
  makers: ModelRow | undefined,
): ModelTraits {
  const said = saidBy(key);
  // the maker knows; without it the majority of those who sell it
  const speaking = makers === undefined ? rows : [makers];
  const date = releaseOf(makers?.releaseDate ?? null, rows, said.stamp);
  return {
    years: date === null ? null : yearsAfterOrigin(date),
    reasons: !said.answersAtOnce && most(speaking, isListedToReason),
    isOpen: most(speaking, hasOpenWeights),
    price: priceOf(rows, makers),
    size: said.size,
    context: contextOf(rows, makers),
    tier: said.tier,
    isCoder: said.isCoder,
    nameOf: said.nameOf,
    sellers: countSellers(rows),
  };
}

function most(rows: readonly ModelRow[], is: (row: ModelRow) => boolean): boolean {
  let count = 0;
  for (const row of rows) if (is(row)) count += 1;
  return count * 2 > rows.length;
}

function isListedToReason({ capabilities }: ModelRow): boolean {
  return capabilities.includes("reasoning");
}

function hasOpenWeights({ openWeights }: ModelRow): boolean {
  return openWeights === true;
}

function contextOf(rows: readonly ModelRow[], makers: ModelRow | undefined): number | null {
  const own = makers === undefined ? null : knownContext(makers);
  return own ?? medianOf(rows.map(knownContext));
}

const sentinel = 99_999_999;

function knownContext({ limits: { context } }: ModelRow): number | null {
  return context === 0 || context === sentinel ? null : context;
}

function countSellers(rows: readonly ModelRow[]): number {
  const providers = new Set<string>();
  for (const { provider } of rows) providers.add(provider);
  return providers.size;
}
