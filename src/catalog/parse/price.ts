import type { Price, PriceTier } from "../words/price.ts";
import type { Notebook } from "./findings.ts";
import { isRecord, readPrice, type WireRecord } from "./values.ts";

const costFields = new Set([
  "input",
  "output",
  "cache_read",
  "cache_write",
  "reasoning",
  "input_audio",
  "output_audio",
  "tiers",
  "context_over_200k",
]);
const tierFields = new Set([
  "tier",
  "input",
  "output",
  "cache_read",
  "cache_write",
  "input_audio",
  "output_audio",
  "reasoning",
]);
// real prices have one or two
const mostTiers = 100;
const thresholdFields = new Set(["type", "size"]);

/** `cost` as received → list price; null where the row has none. */
export function parsePrice(cost: unknown, notebook: Notebook): Price | null {
  if (cost === undefined || cost === null) return null;
  if (!isRecord(cost)) {
    notebook.odd("model.cost", "not an object");
    return null;
  }
  if (Array.isArray(cost.tiers) && cost.tiers.length > mostTiers) {
    // with some of them left out a cost would be wrong
    notebook.odd("model.cost.tiers", `more than ${mostTiers}`);
    return null;
  }
  notebook.compareFields("model.cost", cost, costFields);
  return {
    input: readPrice(cost.input, "model.cost.input", notebook),
    output: readPrice(cost.output, "model.cost.output", notebook),
    cacheRead: readPrice(cost.cache_read, "model.cost.cache_read", notebook),
    cacheWrite: readPrice(cost.cache_write, "model.cost.cache_write", notebook),
    reasoning: readPrice(cost.reasoning, "model.cost.reasoning", notebook),
    inputAudio: readPrice(cost.input_audio, "model.cost.input_audio", notebook),
    outputAudio: readPrice(cost.output_audio, "model.cost.output_audio", notebook),
    tiers: parseTiers(cost, notebook),
  };
}

function parseTiers(cost: WireRecord, notebook: Notebook): PriceTier[] {
  const { tiers, context_over_200k: above200k } = cost;
  if (Array.isArray(tiers)) {
    const read = tiers.map((tier) => parseTier(tier, notebook)).filter((tier) => tier !== null);
    if (read.length > 0) return read.sort((a, b) => a.aboveTokens - b.aboveTokens);
  } else if (tiers !== undefined && tiers !== null) notebook.odd("model.cost.tiers", "not a list");
  // upstream generates context_over_200k from the tiers and names the wrong threshold in half the rows
  if (isRecord(above200k)) return [readTierPrices(200_000, above200k, notebook)];
  return [];
}

function parseTier(tier: unknown, notebook: Notebook): PriceTier | null {
  if (!isRecord(tier) || !isRecord(tier.tier)) {
    notebook.odd("model.cost.tiers[]", "without a threshold");
    return null;
  }
  const threshold = tier.tier;
  notebook.compareFields("model.cost.tiers[]", tier, tierFields);
  notebook.compareFields("model.cost.tiers[].tier", threshold, thresholdFields);
  if (threshold.type !== undefined && threshold.type !== "context") {
    notebook.odd("model.cost.tiers[].tier.type", "not context");
    return null;
  }
  if (!Number.isSafeInteger(threshold.size) || (threshold.size as number) <= 0) {
    notebook.odd("model.cost.tiers[].tier.size", "not a count of tokens");
    return null;
  }
  return readTierPrices(threshold.size as number, tier, notebook);
}

function readTierPrices(aboveTokens: number, prices: WireRecord, notebook: Notebook): PriceTier {
  const path = "model.cost.tiers[]";
  return {
    aboveTokens,
    input: readPrice(prices.input, `${path}.input`, notebook),
    output: readPrice(prices.output, `${path}.output`, notebook),
    cacheRead: readPrice(prices.cache_read, `${path}.cache_read`, notebook),
    cacheWrite: readPrice(prices.cache_write, `${path}.cache_write`, notebook),
    inputAudio: readPrice(prices.input_audio, `${path}.input_audio`, notebook),
    outputAudio: readPrice(prices.output_audio, `${path}.output_audio`, notebook),
  };
}
