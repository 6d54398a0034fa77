import type { ModelRow } from "../words/model.ts";
import { sizeInWords } from "../words/sizes.ts";

/** Where an offer falls short of, or goes beyond, the maker's own row, in words. */
export function differencesFrom(reference: ModelRow, offer: ModelRow): string[] {
  if (offer.ref === reference.ref) return [];
  const missing = reference.capabilities.filter((one) => !offer.capabilities.includes(one));
  const added = offer.capabilities.filter((one) => !reference.capabilities.includes(one));
  return [
    ...limitDifference("context", reference.limits.context, offer.limits.context),
    ...limitDifference("output", reference.limits.output, offer.limits.output),
    ...missing.map((one) => `no ${one}`),
    ...added.map((one) => `with ${one}`),
  ];
}

function limitDifference(name: string, reference: number | null, offer: number | null): string[] {
  if (offer === null || reference === null || offer === reference) return [];
  const [own, makers] = [sizeInWords(offer), sizeInWords(reference)];
  // 163840 and 164000 are both 164k
  return own === makers
    ? [`${name} ${offer} instead of ${reference}`]
    : [`${name} ${own} instead of ${makers}`];
}
