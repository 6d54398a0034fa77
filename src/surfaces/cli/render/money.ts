import type { Cost } from "../../../catalog/cost/estimate-cost.ts";
import { isBound } from "../../../catalog/cost/unlisted.ts";

// a point and two digits
const centsEnd = 3;

/**
 * An amount of USD with the digits that say something: cents from a dollar on, four digits below,
 * never zero for what costs something. `more`: digits besides.
 */
export function showUsd(usd: number, more = 0): string {
  if (usd === 0) return "$0";
  if (usd >= 1) return `$${withThousands(usd.toFixed(2 + more))}`;
  const text = usd.toPrecision(4 + more);
  const plain = text.includes("e") ? Number(text).toFixed(15) : text;
  const point = plain.indexOf(".");
  let end = plain.length;
  while (end > point + centsEnd && plain[end - 1] === "0") end -= 1;
  return `$${plain.slice(0, end)}`;
}

/**
 * `≥` stands before what is only a lower bound, `?` before what may be more or less: something of the price is not
 * understood.
 */
export function showBound(
  usd: number | null,
  { complete, unknown }: Pick<Cost, "complete" | "unknown">,
  noAmount: string,
  more = 0,
): string {
  if (usd === null) return noAmount;
  if (complete) return showUsd(usd, more);
  return `${isBound(unknown) ? "≥" : "?"} ${showUsd(usd, more)}`;
}

function withThousands(text: string): string {
  let end = text.indexOf(".");
  // 1e+21
  if (end < 0) return text;
  let shown = text.slice(end);
  for (; end > 3; end -= 3) shown = `,${text.slice(end - 3, end)}${shown}`;
  return text.slice(0, end) + shown;
}
