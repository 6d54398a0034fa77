import type { ModelTraits } from "./traits.ts";

/** A model's traits, and how widely it is sold. */
export interface Described extends ModelTraits {
  /** 0 for very widely, negative below. */
  reach: number;
}

/** One ground on which quality is expected. */
export interface Term {
  name: string;
  /** Units of quality for one unit of the value; the spread of all chat models is 1. */
  coefficient: number;
  /** The coefficient is set rather than fitted. */
  isSet?: boolean;
  value(model: Described): number;
}

const flag = (is: boolean): number => (is ? 1 : 0);
// USD per 1,000,000 tokens
const mostTelling = 12;
const smallness = (tier: Described["tier"]): number =>
  tier === "smallest" ? 1 : tier === "small" ? 0.4 : 0;
const years = ({ years: known }: Described): number => known ?? 0;

/** Fitted on pairs of models that independent measurements put in order; docs/decisions/2026-11-27-quality.md says how. */
export const terms: readonly Term[] = [
  // models get better by the year
  { name: "release date", coefficient: 0.387, value: years },
  // who thinks before it answers answers better, and the later the more so
  { name: "reasoning", coefficient: 0.438, value: ({ reasons }) => flag(reasons) },
  {
    name: "reasoning by date",
    coefficient: 0.422,
    value: (model) => flag(model.reasons) * years(model),
  },
  // a maker asks most for its best; above this for patience, as gpt-5.5-pro beside gpt-5.5
  {
    name: "price",
    coefficient: 0.14,
    value: ({ price }) => Math.log(Math.min(price ?? 1, mostTelling)),
  },
  { name: "no price", coefficient: -0.65, value: ({ price }) => flag(price === null) },
  // larger ones know more; 33 billions in the middle
  {
    name: "size",
    coefficient: 0.201,
    value: ({ size }) => (size === null ? 0 : Math.log(size) - 3.5),
  },
  // models of the size that has no number in its name are larger than those that have one
  { name: "no size in the name", coefficient: 0.22, value: ({ size }) => flag(size === null) },
  // few pairs speak of the smallest, and the fit alone puts a flash-lite beside an opus
  { name: "tier", coefficient: -0.3, isSet: true, value: ({ tier }) => smallness(tier) },
  // makers give their best the longest contexts
  {
    name: "context",
    coefficient: 0.114,
    value: ({ context }) => Math.log2((context ?? 128_000) / 128_000),
  },
  // the best are sold, not given away
  { name: "open weights", coefficient: -0.144, value: ({ isOpen }) => flag(isOpen) },
  // made for code, weaker at all else
  { name: "coder", coefficient: -0.219, value: ({ isCoder }) => flag(isCoder) },
  // hosts serve what people ask for
  { name: "sold by few", coefficient: 0.354, value: ({ reach }) => reach },
];

/** Makes the mean of all chat models 0. */
export const intercept = 0.427;

/** What is expected of a model before any result is looked at. */
export function expectedOf(model: Described): number {
  let sum = intercept;
  for (const { coefficient, value } of terms) sum += coefficient * value(model);
  return sum;
}
