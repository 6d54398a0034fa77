import type { PriceTier } from "../words/price.ts";
import type { Notebook } from "./findings.ts";
import { otherScaleOf } from "./price-scale.ts";
import { isRecord, readLimit, readPrice, type WireRecord } from "./values.ts";

const priceFields = [
  "input",
  "output",
  "cache_read",
  "cache_write",
  "reasoning",
  "input_audio",
  "output_audio",
];
const tierFields = new Set(["tier", ...priceFields]);
const above200kFields = new Set(priceFields);
const thresholdFields = new Set(["type", "size"]);
const path = "model.cost.tiers[]";

/** The long-context tiers of a `cost`, ascending. One that is not understood is left out, and makes every cost incomplete. */
export function parseTiers(cost: WireRecord, notebook: Notebook): PriceTier[] {
  const { tiers, context_over_200k: above200k } = cost;
  if (Array.isArray(tiers)) {
    const read = tiers.map((tier) => parseTier(tier, notebook)).filter((tier) => tier !== null);
    if (read.length > 0) return ascending(read, notebook);
  } else if (isThere(tiers)) notebook.odd("model.cost.tiers", "not a list");
  // upstream generates context_over_200k from the tiers and names the wrong threshold in half the rows
  if (isRecord(above200k)) return [readAbove200k(above200k, notebook)];
  if (isThere(above200k)) notebook.odd("model.cost.context_over_200k", "not an object");
  return [];
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function ascending(tiers: PriceTier[], notebook: Notebook): PriceTier[] {
  tiers.sort((a, b) => a.aboveTokens - b.aboveTokens);
  const isTwice = tiers.some((tier, at) => tier.aboveTokens === tiers[at - 1]?.aboveTokens);
  if (isTwice) notebook.odd(`${path}.tier.size`, "the same twice");
  return tiers;
}

function parseTier(tier: unknown, notebook: Notebook): PriceTier | null {
  if (!isRecord(tier) || !isRecord(tier.tier)) {
    notebook.odd(path, "without a threshold");
    return null;
  }
  const { type, size } = tier.tier;
  const isUnknown = notebook.compareFields(path, tier, tierFields);
  const isOfUnknown = notebook.compareFields(`${path}.tier`, tier.tier, thresholdFields);
  if (isUnknown || isOfUnknown) notebook.lose("price.tiers");
  if (type !== undefined && !isContext(type)) {
    notebook.odd(`${path}.tier.type`, "not context");
    return null;
  }
  const aboveTokens = size === 0 ? 0 : readLimit(size, `${path}.tier.size`, notebook);
  if (aboveTokens === null) {
    notebook.odd(`${path}.tier.size`, "not a count of tokens");
    return null;
  }
  return readTierPrices(aboveTokens, tier, notebook);
}

function isContext(type: unknown): boolean {
  return typeof type === "string" && type.trim().toLowerCase() === "context";
}

function readAbove200k(prices: WireRecord, notebook: Notebook): PriceTier {
  if (notebook.compareFields("model.cost.context_over_200k", prices, above200kFields)) {
    notebook.lose("price.tiers");
  }
  return readTierPrices(200_000, prices, notebook);
}

function readTierPrices(aboveTokens: number, wire: WireRecord, notebook: Notebook): PriceTier {
  // of numbers in something else none is a price
  const prices = otherScaleOf(wire) === undefined ? wire : {};
  return {
    aboveTokens,
    input: readPrice(prices.input, `${path}.input`, notebook),
    output: readPrice(prices.output, `${path}.output`, notebook),
    cacheRead: readPrice(prices.cache_read, `${path}.cache_read`, notebook),
    cacheWrite: readPrice(prices.cache_write, `${path}.cache_write`, notebook),
    reasoning: readPrice(prices.reasoning, `${path}.reasoning`, notebook),
    inputAudio: readPrice(prices.input_audio, `${path}.input_audio`, notebook),
    outputAudio: readPrice(prices.output_audio, `${path}.output_audio`, notebook),
  };
}
