import { chargesPerRequest, membersNotUnderstood, type Priced } from "../words/charges.ts";
import type { Rates } from "./rates.ts";

/** What is charged besides the listed prices of tokens, or may be: by the name it has in `unknown`. */
export function alsoCharged(model: Priced, rates: Rates, reasoning: number): string[] {
  const names = membersNotUnderstood(model);
  if (chargesPerRequest(model)) names.push("requestFee");
  if (reasoning > 0 && hasTwoOutputPrices(model, rates)) names.push("output");
  return names;
}

/**
 * Alibaba Cloud charges all output at a higher price once a model thinks. Whoever lists that price as the one of reasoning
 * does not say which of the two the rest of the output costs.
 */
function hasTwoOutputPrices({ ref }: Priced, { reasoning, output }: Rates): boolean {
  const isQwen = ref.toLowerCase().includes("qwen");
  return isQwen && (reasoning.usdPerMillion ?? 0) > (output.usdPerMillion ?? 0);
}
