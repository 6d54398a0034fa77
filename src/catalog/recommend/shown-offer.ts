import { estimateCost } from "../cost/estimate-cost.ts";
import type { RequestsOrAll, Usage } from "../cost/usage.ts";
import type { ModelInfo } from "../words/model.ts";
import { sizeInWords } from "../words/sizes.ts";
import { type Demand, type Fit, fitOf, limitNames } from "../cost/fit.ts";
import type { Why } from "./offers.ts";
import type { Reason, ShownOffer } from "./recommendation.ts";

interface Asked {
  usage: Usage;
  requests?: RequestsOrAll;
  demand: Demand;
}

/** What there is to say of the offer that is shown. */
export function describeOffer(
  model: ModelInfo,
  why: Why,
  { usage, requests, demand }: Asked,
): ShownOffer {
  return {
    model,
    why,
    cost: estimateCost(model, usage, requests),
    ...fitOf(model.limits, demand),
  };
}

const inWords: Record<Why, string> = {
  configured: "the cheapest unmarked offer you hold a credential for",
  maker: "the maker's own",
  reseller: "a reseller",
};

/** Why it is this offer, and whether it takes the usage. */
export function reasonsOfOffer(
  { model, why, fits, exceeds }: ShownOffer,
  demand: Demand,
  others: readonly string[],
  isMarked = false,
): Reason[] {
  const words = isMarked ? inWords[why].replace("unmarked ", "") : inWords[why];
  const offer = [`${model.ref} is ${words}`, ...others].join("; ");
  return [
    { about: "fit", text: saidFit({ fits, exceeds }, model, demand) },
    { about: "offer", text: offer },
  ];
}

function saidFit({ exceeds }: Fit, { limits }: ModelInfo, demand: Demand): string {
  const said = limitNames.flatMap((name) => {
    const [limit, asked] = [limits[name], demand[name]];
    if (asked === 0 || (name === "input" && limit === null)) return [];
    if (limit === null) return [`${name} limit not listed, ${sizeInWords(asked)} asked`];
    const verb = exceeds.includes(name) ? "exceeded by" : "takes";
    return [`${name} of ${sizeInWords(limit)} ${verb} ${sizeInWords(asked)}`];
  });
  return said.join(", ") || "nothing is asked of any limit";
}
