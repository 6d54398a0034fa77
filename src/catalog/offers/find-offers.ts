import { type Cost, estimateCost } from "../cost/estimate-cost.ts";
import { demandOf, type Fit, fitOf } from "../cost/fit.ts";
import type { RequestsOrAll, Usage } from "../cost/usage.ts";
import { type Mark, marksIn } from "../words/marks.ts";
import { confidenceOf, explainReason } from "../inferred/identity/reasons.ts";
import type { ModelInfo } from "../words/model.ts";
import type { ModelEntry } from "../prepared/lookup.ts";
import type { CatalogView } from "../view.ts";
import { differencesFrom } from "./differences.ts";
import { standingOf } from "./standing.ts";
import type { GroupMember, ModelGroup } from "../prepared/group.ts";

/** A row that sells the asked model, as one provider sells it. */
export interface Offer extends ModelInfo, Fit {
  /** How sure it is that this row and the asked one are the same underlying model, 0 to 1. */
  confidence: number;
  /** What says so. */
  reason: string;
  /** How it differs in its serving: `free`, `fp8`, `eu`. */
  variant: string | null;
  /** Where it falls short of or goes beyond the maker's own row; of the asked row, where the maker sells none. */
  differences: string[];
  /** Null where no price is listed at all. */
  cost: Cost | null;
  /** Why it stands behind the others whatever it costs; most often there is nothing. */
  marks: Mark[];
}

export interface Offers {
  model: ModelInfo;
  /** Id of models.json where it has the model, else the id most offers write. */
  group: string;
  /** The maker's own row. */
  reference: string | null;
  /**
   * Cheapest first for the usage; what is only known in part after that, without a price last. What does not stand for its
   * model or cannot take the usage is behind all of those, in the same order, and what is sold in a plan or runs on one's
   * own machine at the end: 0 is no price to rank it by. At the same cost the maker's own row is first, then those for whom
   * a credential is at hand, then by ref.
   */
  offers: Offer[];
}

/** Which offers are shown, and how. */
export interface Choosing {
  passes?: (row: number) => boolean;
  forgiven?: readonly Mark[];
  /** Whether a credential for a provider is at hand. */
  isAtHand?: (provider: string) => boolean;
}

/** What a question costs that asks a lot and gets a short answer. */
export const usualUsage: Usage = { input: 10_000, output: 1_000 };

/**
 * Everyone who sells the asked model, cheapest first for a usage. The wire does not say which rows are the same: each
 * comes with a confidence and a reason, and says whether it can take the usage. `passes` leaves out rows, also the
 * asked one. `forgiven` are marks that are not held against a row.
 */
export function findOffers(
  view: CatalogView,
  asked: ModelEntry,
  usage?: Usage,
  requests?: RequestsOrAll,
  { passes = () => true, forgiven = [], isAtHand = () => false }: Choosing = {},
): Offers {
  // of a usage that nobody described, only what goes in is a need
  const demand = usage === undefined ? demandOf(usualUsage, "input") : demandOf(usage);
  const group = view.groupOf(asked);
  const model = view.modelAt(asked.row, asked.model);
  const own = group.members.find(({ row }) => row === group.reference);
  const reference = own === undefined ? model : view.modelAt(own.row, own.place);
  const askedMember = group.members.find(({ row }) => row === asked.row);
  const bits = view.marksOf(group);
  const members = group.members
    .map((member, at) => ({ member, bits: bits[at] as number }))
    .filter(({ member: { row } }) => passes(row));
  const offers = view.ownModelsAt(members.map(({ member }) => member)).map((offer, at): Offer => {
    const { member, bits } = members[at] as (typeof members)[number];
    const marks = marksIn(bits).filter((mark) => !forgiven.includes(mark));
    const { confidence, reason } = linkTo(askedMember ?? member, member, group);
    const differences = differencesFrom(reference, offer);
    const cost = offer.price === null ? null : estimateCost(offer, usage ?? usualUsage, requests);
    const { fits, exceeds } = fitOf(offer.limits, demand);
    const { variant } = member;
    const more = { confidence, reason, variant, differences, cost, marks, fits, exceeds };
    // not spread: until V8 has optimised that, it makes a table of so many properties
    return Object.assign(offer, more);
  });
  const first = (offer: Offer): number =>
    offer.ref === own?.ref ? 0 : isAtHand(offer.provider) ? 1 : 2;
  return {
    model,
    group: group.key,
    reference: own?.ref ?? null,
    offers: sortByCost(offers, first),
  };
}

/** The weaker of what joins either row to the group. */
function linkTo(
  asked: GroupMember,
  member: GroupMember,
  { key }: ModelGroup,
): Pick<Offer, "confidence" | "reason"> {
  if (asked.row === member.row) return { confidence: 1, reason: "is the row that was asked for" };
  const own = confidenceOf(member.reason);
  const weaker = confidenceOf(asked.reason) < own ? asked : member;
  return {
    confidence: confidenceOf(weaker.reason),
    reason: explainReason(weaker.reason, { ref: weaker.ref, model: key, variant: weaker.variant }),
  };
}

/** `first` tells those that cost the same apart. */
function sortByCost(offers: Offer[], first: (offer: Offer) => number): Offer[] {
  const place = ({ cost }: Offer): number =>
    cost === null || cost.perRequest === null ? 2 : cost.complete ? 0 : 1;
  return offers.sort(
    (a, b) =>
      standingOf(a) - standingOf(b) ||
      place(a) - place(b) ||
      (a.cost?.perRequest ?? 0) - (b.cost?.perRequest ?? 0) ||
      first(a) - first(b) ||
      (a.ref < b.ref ? -1 : 1),
  );
}
