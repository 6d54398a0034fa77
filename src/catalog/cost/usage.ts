/**
 * What one request uses, in tokens. `cached` is a part of `input`, `reasoning` a part of `output`;
 * tokens written to the cache and audio stand beside them, as providers report them.
 */
export interface Usage {
  input: number;
  /** Tokens of `input` read from the provider's cache; charged once, at the cache price. */
  cached?: number;
  /** Tokens written to the provider's cache. */
  cacheWrite?: number;
  output: number;
  /** Tokens of `output` spent on reasoning; charged once, at the reasoning price where there is one. */
  reasoning?: number;
  inputAudio?: number;
  outputAudio?: number;
}

/** How many requests, in which time. */
export interface Requests {
  count: number;
  per: "day" | "month";
}

/** A month of the estimates, in days. */
export const daysPerMonth = 30;

/** Tokens the model reads: what the thresholds of long-context tiers are compared with. */
export function promptTokens({ input, cacheWrite = 0, inputAudio = 0 }: Usage): number {
  return input + cacheWrite + inputAudio;
}
