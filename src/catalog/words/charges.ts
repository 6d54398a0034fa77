import type { ModelRow } from "./model.ts";
import type { Price } from "./price.ts";

/** What a cost is worked out from. */
export type Priced = Pick<ModelRow, "ref" | "price" | "notUnderstood">;

type PriceComponent = Exclude<keyof Price, "tiers">;

const priceComponents: readonly PriceComponent[] = [
  "input",
  "output",
  "cacheRead",
  "cacheWrite",
  "reasoning",
  "inputAudio",
  "outputAudio",
];

const ofPrice = "price.";

/** Members of the source's `cost` that nobody knows the meaning of: `tiers`, `per_image`. */
export function membersNotUnderstood({ notUnderstood }: Priced): string[] {
  if (notUnderstood === undefined) return [];
  return (
    notUnderstood
      .filter((path) => path.startsWith(ofPrice))
      .map((path) => path.slice(ofPrice.length))
      // a component is unknown where it is used
      .filter((member) => !priceComponents.some((component) => component === member))
  );
}

// Perplexity charges each request by how much it searches, beside its tokens, and OpenRouter passes that on
const feeCharged = ["perplexity/", "openrouter/perplexity/"];

/** Whether each request costs something that the catalog does not list. */
export function chargesPerRequest({ ref }: Priced): boolean {
  return feeCharged.some((beginning) => ref.startsWith(beginning));
}

/**
 * From how many prompt tokens on more than the base prices says what is charged, and one; 0: they always say it all, 1:
 * they never do.
 */
export function chargedBesidesFrom(model: Priced): number {
  if (chargesPerRequest(model) || membersNotUnderstood(model).length > 0) return 1;
  const tier = model.price?.tiers[0];
  return tier === undefined ? 0 : tier.aboveTokens + 2;
}

/** Whether all that is charged is listed, and is nothing. */
export function isFree(model: Priced): boolean {
  const { price } = model;
  if (price?.input !== 0 || price.output !== 0 || chargesPerRequest(model)) return false;
  return [price, ...price.tiers].every(isNothing) && !hasPriceNotUnderstood(model);
}

function isNothing(listed: Partial<Record<PriceComponent, number | null>>): boolean {
  return priceComponents.every((component) => (listed[component] ?? 0) === 0);
}

function hasPriceNotUnderstood({ notUnderstood = [] }: Priced): boolean {
  return notUnderstood.some((path) => path.startsWith(ofPrice));
}
