import type { Usage } from "../cost/usage.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Place } from "../prepared/lines.ts";
import type { CatalogView } from "../view.ts";
import { demandOf } from "../cost/fit.ts";
import { cheaper } from "./offers.ts";
import { othersOf } from "./others.ts";
import type { Recommendation } from "./recommendation.ts";
import type { Ranking } from "./recommend-models.ts";
import { describeOffer, reasonsOfOffer } from "./shown-offer.ts";

/** An offer of a model that is kept beside its recommendation: the provider, the row, and its place in models.jsonl. */
export type KeptOffer = readonly [provider: string, row: number, place: Place];

/** For each of the best `most` its offers, the cheapest first. */
export function keepOffers(
  columns: Columns,
  { ranked, offers }: Ranking,
  most: number,
): KeptOffer[][] {
  const best = ranked.slice(0, most);
  const positions = new Map(best.map(({ group }, at) => [group, at]));
  const found = best.map((): number[] => []);
  for (let at = 0; at < offers.count; at += 1) {
    const position = positions.get(columns.group[offers.rows[at] as number] as number);
    if (position !== undefined) found[position]?.push(at);
  }
  return found.map((all) =>
    all.sort(cheaper(offers, columns.role)).map((at): KeptOffer => {
      const row = offers.rows[at] as number;
      const provider = columns.providers[columns.provider[row] as number] as string;
      return [provider, row, columns.placeOf(row)];
    }),
  );
}

/** The recommendation with the cheapest offer of these providers, or as it is where they do not sell the model. */
export function withOfferAtHand(
  view: CatalogView,
  recommendation: Recommendation,
  offers: readonly KeptOffer[],
  providers: ReadonlySet<string>,
  { usage }: { usage: Usage },
): Recommendation {
  const own = offers.find(([provider]) => providers.has(provider));
  if (own === undefined) return recommendation;
  const [, row, place] = own;
  const demand = demandOf(usage, "input");
  const offer = describeOffer(view.modelAt(row, place), "configured", { usage, demand });
  const { ref } = offer.model;
  const kept = recommendation.reasons.filter(({ about }) => about !== "fit" && about !== "offer");
  const others = othersOf({
    ref,
    marks: [],
    cheapest: recommendation.cheapest?.ref,
  });
  return {
    ...recommendation,
    ...offer,
    reasons: [...kept, ...reasonsOfOffer(offer, demand, others)],
  };
}
