import { ownEntry } from "../words/own-entry.ts";
import { hasPriceOfThinking } from "./also-charged.ts";
import type { Cost, CostPart } from "./estimate-cost.ts";

/** What is charged, in words for people. */
const chargeWords: Readonly<Record<CostPart | "requestFee", string>> = {
  input: "input",
  cachedInput: "cached input",
  cacheWrite: "cache write",
  output: "output",
  reasoning: "reasoning",
  inputAudio: "audio in",
  outputAudio: "audio out",
  requestFee: "fees per request",
};

/** What keeps a cost from being known to the end. */
export interface Unlisted {
  /** What no price is listed for, in words. */
  unpriced: string[];
  /** Two prices of output are listed, and not which of them holds for all of it once a model thinks. */
  hasTwoOutputs: boolean;
  /** Members of the source's `cost` that are not understood, as it writes them. */
  unclear: string[];
}

/** Whether the sums of an incomplete cost are lower bounds: only what nothing is listed for is missing in them. */
export function isBound(unknown: Cost["unknown"]): boolean {
  return unknown.every((name) => ownEntry(chargeWords, name) !== undefined);
}

export function unlistedOf(cost: Pick<Cost, "ref" | "unknown" | "parts">): Unlisted {
  const { ref, unknown, parts } = cost;
  const hasTwoOutputs =
    unknown.includes("output") && parts.output !== null && hasPriceOfThinking(ref);
  const unpriced: string[] = [];
  const unclear: string[] = [];
  for (const name of unknown) {
    if (hasTwoOutputs && name === "output") continue;
    const word = ownEntry(chargeWords, name);
    if (word === undefined) unclear.push(name);
    else unpriced.push(word);
  }
  return { unpriced, hasTwoOutputs, unclear };
}
