import type { ModelRow } from "../../words/model.ts";

/** USD per 1,000,000 tokens, three parts input and one part output; null where nothing is asked or listed. */
export function blendedPrice({ price }: ModelRow): number | null {
  if (price === null || price.input === null) return null;
  const both = (3 * price.input + (price.output ?? price.input)) / 4;
  return both > 0 ? both : null;
}
