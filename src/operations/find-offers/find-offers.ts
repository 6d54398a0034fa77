import type { Usage } from "../../catalog/cost/usage.ts";
import {
  findOffers,
  type Offer,
  type Offers,
  usualUsage,
} from "../../catalog/offers/find-offers.ts";
import { standingOf } from "../../catalog/offers/standing.ts";
import { ceilingNotes } from "../../catalog/query/ceiling-notes.ts";
import { contradictions } from "../../catalog/query/contradictions.ts";
import { filterRows } from "../../catalog/query/filter.ts";
import { hiddenNotes } from "../../catalog/query/hidden.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import type { Chosen } from "../../catalog/query/rests-on.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { type AtHand, configuredProviders } from "../../credentials/from-environment.ts";
import type { Warning } from "../../failure.ts";
import { arranged } from "../arranged-costs.ts";
import { configuredIn } from "../configured.ts";
import { deprecationNotes } from "../deprecation.ts";
import { mayLack } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import { atHand } from "../at-hand.ts";
import { type Operation, type OperationContext, ofAllRows } from "../operation.ts";
import { namedModel } from "../named-model.ts";
import { rateFor } from "../rated.ts";
import { requestsMeant } from "../requests-meant.ts";
import { askAboutModels } from "../removed-model.ts";
import { totalMeant } from "../total-meant.ts";
import { behindOthers } from "./behind-others.ts";
import type { FindOffersInput } from "./input.ts";

/** An offer, and whether one could use it right away. */
export interface OfferAtHand extends Offer {
  /** Whether a credential for its provider is at hand. */
  credential: boolean;
}

export interface FoundOffers extends Omit<Offers, "offers"> {
  /** What was asked for, where it was another spelling of the model. */
  asked?: string;
  /** What the costs are of, per request. */
  usage: Usage;
  offers: OfferAtHand[];
}

export const findModelOffers: Operation<FindOffersInput, FoundOffers> = async (
  { access, machine, configuration },
  input,
  options,
) => {
  const having = await atHand({ machine, configuration });
  const { result, catalog, warnings } = await askAboutModels(
    access,
    { ...ofAllRows(options), without: "no offers are known" },
    (view, about) => {
      rateFor(view, options.shown);
      const { found, notes, chosen } = find(view, input, { having, configuration });
      const lacking = mayLack(about, undefined)
        ? misunderstood(about).addChoice(view, chosen).addShown(found.offers, options.shown)
        : undefined;
      return { found, notes, lacking };
    },
  );
  const all = [...warnings, ...result.notes];
  return { result: result.found, catalog, warnings: result.lacking?.warnings(all) ?? all };
};

interface Asking extends Pick<OperationContext, "configuration"> {
  having: AtHand;
}

function find(
  view: CatalogView,
  input: FindOffersInput,
  asking: Asking,
): { found: FoundOffers; notes: Warning[]; chosen: Chosen } {
  const { model, usage, ...conditions } = input;
  const counted = requestsMeant(input);
  const { requests } = counted;
  const {
    entry: asked,
    note,
    ...rest
  } = namedModel(view, { name: model, anySeller: true }, asking.configuration);
  const { members } = view.groupOf(asked);
  const rows = members.map(({ row }) => row).filter((row) => row !== asked.row);
  const configuredOnes: Warning[] = [];
  const filter = resolveFilter(
    { ...conditions, ...counted, ...(usage === undefined ? {} : { usage }) },
    view,
    configuredIn(view, asking.having, configuredOnes),
  );
  const passing = filterRows(view, filter, rows);
  const shown = new Set(passing.rows);
  // whoever asks about a deprecated row wants to see it, and it is never counted as hidden
  const forAsked = { ...filter, status: filter.status ?? ["all"] };
  if (filterRows(view, forAsked, [asked.row]).rows.length > 0) shown.add(asked.row);
  const sellers = new Set(members.map(({ ref }) => splitRef(ref)?.provider));
  const ofSellers = view.providerVariables().filter(({ id }) => sellers.has(id));
  const configured = new Set(configuredProviders(ofSellers, asking.having));
  const found = findOffers(view, asked, usage, requests, {
    passes: (row) => shown.has(row),
    // whoever asks for a status does not hold it against a row
    forgiven: filter.status === undefined ? [] : ["unsettled"],
    isAtHand: (provider) => configured.has(provider),
  });
  const offers = found.offers.map((offer) =>
    Object.assign(offer, { credential: configured.has(offer.provider) }),
  );
  const placed = new Map(members.map(({ ref, row }) => [ref, row]));
  const rowOf = ({ ref }: OfferAtHand): number => placed.get(ref) as number;
  const taken = arranged<OfferAtHand>(offers, input, { view, rowOf, standingOf });
  return {
    found: {
      ...rest,
      ...found,
      usage: usage ?? usualUsage,
      offers: taken,
    },
    notes: [
      ...(note === undefined ? [] : [note]),
      ...configuredOnes,
      ...behindOthers(offers, taken),
      ...ceilingNotes(input),
      ...hiddenNotes(passing, passing.rows.length),
      ...(passing.rows.length === 0 ? contradictions(filter) : []),
      ...totalMeant(usage, found.offers, { about: found.model }),
      ...deprecationNotes(view, [found.model], usage),
    ],
    chosen: { filter, sort: input.sort ?? "cost", among: () => [asked.row, ...rows] },
  };
}
