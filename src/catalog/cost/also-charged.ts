import { chargesPerRequest, membersNotUnderstood, type Priced } from "../words/charges.ts";

/**
 * What is charged besides the listed prices of tokens, or may be: by the name it has in `unknown`. `isDearer`: reasoning is
 * used, at a higher price than output.
 */
export function alsoCharged(model: Priced, isDearer: boolean): string[] {
  const names = membersNotUnderstood(model);
  if (chargesPerRequest(model)) names.push("requestFee");
  if (isDearer && hasPriceOfThinking(model.ref)) names.push("output");
  return names;
}

/**
 * Alibaba Cloud charges all output at a higher price once a model thinks. Whoever lists that price as the one of reasoning
 * does not say which of the two the rest of the output costs.
 */
export function hasPriceOfThinking(ref: string): boolean {
  return ref.toLowerCase().includes("qwen");
}
