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
