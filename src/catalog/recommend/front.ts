interface Figures {
  /** USD, NaN for unknown. */
  costs: Float64Array;
  quality: Float64Array;
  /** Break ties. */
  groups: Uint32Array;
}

/** The models that no other beats in both what they cost and their figure, cheapest first. */
export function undominated(
  { costs, quality, groups }: Figures,
  which: readonly number[],
): number[] {
  const front: number[] = [];
  let dearest = Number.POSITIVE_INFINITY;
  // the best first, the cheapest of them, then the best of what costs less
  for (let isMore = true; isMore; ) {
    let best = Number.NEGATIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    for (const model of which) {
      const cost = costs[model] as number;
      if (!(cost < dearest)) continue;
      const value = quality[model] as number;
      if (value > best || (value === best && cost < least)) {
        best = value;
        least = cost;
      }
    }
    isMore = best > Number.NEGATIVE_INFINITY;
    if (!isMore) break;
    const equal = which.filter((model) => quality[model] === best && costs[model] === least);
    // the last that is put in front is the cheapest
    front.unshift(...equal.sort((a, b) => (groups[a] as number) - (groups[b] as number)));
    dearest = least;
  }
  return front;
}
