/** The middle of what is known, the lower of two; null where nothing is. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const sorted: number[] = [];
  for (const value of values) if (value !== null) sorted.push(value);
  if (sorted.length > 1) sorted.sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
