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
    let above = logs.findIndex((one) => one >= log);
    if (above === 0) return 1;
    if (above < 0) return 0;
    const high = logs[above] as number;
    const low = logs[above - 1] as number;
    above -= 1 - (log - low) / (high - low);
    return 1 - above / last;
  };
}

function logOf(cost: number): number {
  return Math.log(Math.max(cost, nearlyNothing));
}
