// free of charge stands below every price
const nearlyNothing = 1e-12;

/**
 * A cost as a figure from 0 (dearest) to 1 (cheapest): its rank among the costs given, between two of them on the
 * log scale. One model at $600 takes one rank, however far off it is.
 */
export function costScale(costs: readonly number[]): (cost: number) => number {
  const logs = [...new Set(costs.map(logOf))].sort((a, b) => a - b);
  const last = logs.length - 1;
  return (cost) => {
    const log = logOf(cost);
    if (last < 1) return log <= (logs[0] ?? 0) ? 1 : 0;
    if (log <= (logs[0] as number)) return 1;
    if (!(log <= (logs[last] as number))) return 0;
    // halving: the first that is not below
    let below = 0;
    let above = last;
    while (above - below > 1) {
      const half = (below + above) >> 1;
      if ((logs[half] as number) < log) below = half;
      else above = half;
    }
    const high = logs[above] as number;
    const low = logs[above - 1] as number;
    above -= 1 - (log - low) / (high - low);
    return 1 - above / last;
  };
}

function logOf(cost: number): number {
  return Math.log(Math.max(cost, nearlyNothing));
}
