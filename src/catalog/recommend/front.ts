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
  let left = which;
  // the best first, the cheapest of them, then the best of what costs less
  while (left.length > 0) {
    let best = Number.NEGATIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < left.length; at += 1) {
      const model = left[at] as number;
      const value = quality[model] as number;
      if (!(value >= best)) continue;
      const cost = costs[model] as number;
      if (Number.isNaN(cost) || (value === best && cost >= least)) continue;
      best = value;
      least = cost;
    }
    const equal: number[] = [];
    const cheaper: number[] = [];
    for (let at = 0; at < left.length; at += 1) {
      const model = left[at] as number;
      const cost = costs[model] as number;
      if (cost < least) cheaper.push(model);
      else if (cost === least && quality[model] === best) equal.push(model);
    }
    // the last that is put in front is the cheapest
    front.unshift(...equal.sort((a, b) => (groups[a] as number) - (groups[b] as number)));
    left = best === Number.NEGATIVE_INFINITY ? [] : cheaper;
  }
  return front;
}
