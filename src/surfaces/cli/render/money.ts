/**
 * An amount of USD with the digits that say something: cents from a dollar on, four digits below,
 * never zero for what costs something.
 */
export function showUsd(usd: number): string {
  if (usd === 0) return "$0";
  if (usd >= 1) return `$${withThousands(usd.toFixed(2))}`;
  const text = usd.toPrecision(4);
  const plain = text.includes("e") ? Number(text).toFixed(15).replace(/0+$/, "") : text;
  return `$${plain.replace(/(\.\d\d\d*?)0+$/, "$1")}`;
}

/** `≥` stands before what is only a lower bound. */
export function showBound(usd: number | null, complete: boolean, unknown: string): string {
  if (usd === null) return unknown;
  return complete ? showUsd(usd) : `≥ ${showUsd(usd)}`;
}

function withThousands(text: string): string {
  return text.replaceAll(/\B(?=(\d{3})+(?=\.))/g, ",");
}
