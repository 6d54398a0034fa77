/** Whole units of 1e-15 USD: prices have at most nine digits after the point, and are per million tokens. */
export type Units = number | bigint;

export const unitsPerUsdPerMillion = 1e9;
export const usdPerUnit = 1e15;

/** Exact: where a product outgrows the whole numbers a float can hold, it is a bigint. */
export function unitsFor(tokens: number, usdPerMillion: number): Units {
  // rounding takes the float noise out of prices like 0.49299999999999994
  const units = Math.round(usdPerMillion * unitsPerUsdPerMillion);
  // a catalog kept by an earlier version may hold a price of 1e308
  return times(Math.min(units, Number.MAX_VALUE), tokens);
}

export function times(units: Units, count: number): Units {
  const product = typeof units === "number" ? units * count : undefined;
  if (product !== undefined && product <= Number.MAX_SAFE_INTEGER) return product;
  return BigInt(units) * BigInt(count);
}

export function plus(a: Units, b: Units): Units {
  const sum = typeof a === "number" && typeof b === "number" ? a + b : undefined;
  if (sum !== undefined && sum <= Number.MAX_SAFE_INTEGER) return sum;
  return BigInt(a) + BigInt(b);
}

/** The nearest float, rounded once. */
export function toUsd(units: Units): number {
  return typeof units === "number" ? units / usdPerUnit : Number(`${units}e-15`);
}

/** `units × count × over / under` in USD, rounded once; `over` and `under` are whole. */
export function scaled(units: Units, count: number, over: number, under: number): number {
  const all = (count * over) / under;
  if (Number.isInteger(count) && Number.isSafeInteger(all)) return toUsd(times(units, all));
  const [numerator, denominator] = fractionOf(count);
  const top = BigInt(units) * numerator * BigInt(over) * 10n ** spareDigits;
  return Number(`${top / (denominator * BigInt(under))}e-${usdDigits + spareDigits}`);
}

const usdDigits = 15n;
// far more than a float holds
const spareDigits = 40n;

/** A number as it is written: 0.1 is a tenth, and not the float next to it. */
function fractionOf(value: number): [numerator: bigint, denominator: bigint] {
  const [, whole = "0", decimals = "", exponent = "0"] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const digits = BigInt(whole + decimals);
  const power = Number(exponent) - decimals.length;
  return power < 0 ? [digits, 10n ** BigInt(-power)] : [digits * 10n ** BigInt(power), 1n];
}
