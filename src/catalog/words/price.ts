/** A long-context tier: above the threshold its prices hold for the whole request, not only for the tokens above it. */
export interface PriceTier {
  /** Prompt tokens of one request; the tier begins with the next token. */
  aboveTokens: number;
  input: number | null;
  output: number | null;
  cacheRead: number | null;
  cacheWrite: number | null;
  reasoning: number | null;
  inputAudio: number | null;
  outputAudio: number | null;
}

/** List prices in USD per 1,000,000 tokens. `null`: not listed. Zero: free of charge. */
export interface Price {
  input: number | null;
  output: number | null;
  cacheRead: number | null;
  cacheWrite: number | null;
  reasoning: number | null;
  inputAudio: number | null;
  outputAudio: number | null;
  /** Ascending by threshold; empty where one price holds for every length. */
  tiers: PriceTier[];
}

/** No price at all is listed: neither of a tier nor for any length. */
export const unlistedPrice: PriceTier & Price = {
  aboveTokens: 0,
  input: null,
  output: null,
  cacheRead: null,
  cacheWrite: null,
  reasoning: null,
  inputAudio: null,
  outputAudio: null,
  tiers: [],
};
