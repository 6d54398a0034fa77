/** What a price and a limit can be; beyond that a number is a slip of whoever wrote it. */

// USD per 1,000,000 tokens: real ones lie between 0.001 and 600; sums are exact to 1e-9
export const lowestPrice = 1e-6;
export const highestPrice = 100_000;
// tokens: five hundred times the largest there is
export const highestLimit = 1e10;

/** 99,999,999 and its longer relatives stand for "we did not look". */
export function isUnlooked(tokens: number): boolean {
  return tokens >= 99_999_999 && /^9{8,}$/.test(String(tokens));
}

/** USD per 1,000,000 tokens; 0 is free of charge. */
export function isPrice(value: unknown): boolean {
  return value === 0 || (Number(value) >= lowestPrice && Number(value) <= highestPrice);
}

/** Tokens. */
export function isLimit(value: unknown): boolean {
  const tokens = Number(value);
  return Number.isInteger(value) && tokens > 0 && tokens <= highestLimit && !isUnlooked(tokens);
}
