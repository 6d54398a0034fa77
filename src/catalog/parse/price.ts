import type { Price } from "../words/price.ts";
import { beginningOf } from "../words/said.ts";
import type { Notebook } from "./findings.ts";
import { saysScale } from "./price-scale.ts";
import { parseTiers } from "./tiers.ts";
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
// real prices have one or two
const mostTiers = 100;

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
  let isOfOtherScale = false;
  for (const field in cost) {
    if (costFields.has(field)) continue;
    // look-up allowed: the name is one the record itself gives
    const scale = saysScale(field, cost[field]);
    if (scale === "usual") continue;
    noteUnknown(field, cost, notebook);
    if (scale === "other") isOfOtherScale = true;
  }
  if (isOfOtherScale) {
    // what the numbers are in nobody knows: none of them is a price here
    notebook.lose("price");
    return null;
  }
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

/** What may be charged for something that nobody here knows: a cost is not complete with it. */
function noteUnknown(field: string, cost: WireRecord, notebook: Notebook): void {
  notebook.unknown(`model.cost.${beginningOf(field)}`);
  // look-up allowed: the name is one the record itself gives
  if (!isNothing(cost[field])) notebook.lose(`price.${beginningOf(field)}`);
}

function isNothing(value: unknown): boolean {
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty || value === null || value === 0 || value === false || value === "";
}
