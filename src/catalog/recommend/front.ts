/** Points of `width` figures each, one after the other. Larger is better; what is not known has to be given a figure. */
export interface Points {
  figures: Float64Array;
  width: number;
}

/** Positions of the points, the better first: by the first figure, equals by the second, and so on. */
export function inOrder({ figures, width }: Points): Uint32Array {
  const order = new Uint32Array(figures.length / width);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  return order.sort((a, b) => {
    for (let figure = 0; figure < width; figure += 1) {
      const one = figures[a * width + figure] as number;
      const other = figures[b * width + figure] as number;
      if (one !== other) return one > other ? -1 : 1;
    }
    return a - b;
  });
}

/** Positions of the points that no other dominates, in the order of the points; `order` is `inOrder` of them. */
export function paretoFront({ figures, width }: Points, order: Uint32Array): number[] {
  const front: number[] = [];
  // whatever dominates a point comes before it in this order
  for (let next = 0; next < order.length; next += 1) {
    const own = (order[next] as number) * width;
    let member = 0;
    for (; member < front.length; member += 1) {
      const other = (front[member] as number) * width;
      // in the first it is at least as good: it comes before
      let figure = 1;
      while (
        figure < width &&
        (figures[other + figure] as number) >= (figures[own + figure] as number)
      ) {
        figure += 1;
      }
      // equals do not beat each other
      if (figure === width && isBetter(figures, other, own, width)) break;
    }
    if (member === front.length) front.push(own / width);
    else {
      // whoever beats one is likely to beat the next
      const best = front[member] as number;
      for (; member > 0; member -= 1) front[member] = front[member - 1] as number;
      front[0] = best;
    }
  }
  return front.sort((a, b) => a - b);
}

/**
 * The same of costs and of what is got for them, cheapest first, then as they come; NaN is not among them. `order` has
 * the cheaper first, and the better of those that cost the same.
 */
export function undominated(
  order: Uint32Array,
  costs: Float64Array,
  worthOf: (at: number) => number,
): number[] {
  const front: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  let cost = Number.NaN;
  for (const at of order) {
    const worth = worthOf(at);
    const own = costs[at] as number;
    if (!(worth > best || (worth === best && own === cost)) || Number.isNaN(own)) continue;
    front.push(at);
    best = worth;
    cost = own;
  }
  return front.sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b);
}

/** Whether a point that is at least as good in everything is better in something. */
function isBetter(figures: Float64Array, one: number, other: number, width: number): boolean {
  for (let figure = 0; figure < width; figure += 1) {
    if (figures[one + figure] !== figures[other + figure]) return true;
  }
  return false;
}
