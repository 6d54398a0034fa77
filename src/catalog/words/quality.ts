/** How good a model is, in spreads of all chat models; 0 is their mean. */
export interface Quality {
  value: number;
  /** How far off that may be, as a standard deviation. */
  spread: number;
  /** `published`: moved by results that compare with those of other models. */
  label: "published" | "expected";
  /** How many results. */
  results: number;
}

const perUnit = 100;

/** Two digits: a spread is thirty times as much. */
export function roundedFigure(value: number): number {
  // without a minus before 0
  return Math.round(value * perUnit) / perUnit + 0;
}

/** `1.24 +/- 0.30` */
export function sayFigure({ value, spread }: Pick<Quality, "value" | "spread">): string {
  return `${value.toFixed(2)} +/- ${spread.toFixed(2)}`;
}

/** `published (7 results)` */
export function sayLabel({ label, results }: Pick<Quality, "label" | "results">): string {
  if (label === "expected") return "expected from generation, size and kind";
  return `published (${results} result${results === 1 ? "" : "s"})`;
}
