/** What a recommendation is made of, in the order in which ties are broken. */
export const factorNames = ["cost", "quality", "recency", "limits", "fit", "status"] as const;

export type FactorName = (typeof factorNames)[number];

export type Weights = Record<FactorName, number>;

/** What is not known counts as the middle: neither good nor bad. */
export const middle = 0.5;

/** Weights a person gives stay as given; the others share what is left in their own proportions. */
export function mixWeights(own: Weights, given: Partial<Weights>): Weights {
  const isGiven = (name: FactorName): boolean => given[name] !== undefined;
  const sum = (weights: Partial<Weights>, which: readonly FactorName[]): number =>
    which.reduce((total, name) => total + (weights[name] ?? 0), 0);
  const fixed = factorNames.filter(isGiven);
  const others = factorNames.filter((name) => !isGiven(name));
  const taken = sum(given, fixed);
  const left = Math.max(0, 1 - taken);
  const scale = sum(own, others) === 0 ? 0 : left / sum(own, others);
  const mixed = {} as Weights;
  for (const name of factorNames) mixed[name] = given[name] ?? own[name] * scale;
  // more than one in all, or nothing left for the others
  const total = sum(mixed, factorNames);
  if (total > 0) for (const name of factorNames) mixed[name] /= total;
  return mixed;
}
