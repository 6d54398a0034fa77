/** Whether `a` is at least as good in everything and better in something. Larger is better. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  let isBetter = false;
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at] as number;
    const other = b[at] as number;
    if (one < other) return false;
    if (one > other) isBetter = true;
  }
  return isBetter;
}

/** Positions of the points that no other dominates. */
export function paretoFront(points: readonly (readonly number[])[]): number[] {
  const order = points.map((_, at) => at);
  // whatever dominates a point comes before it in this order
  order.sort((a, b) => compare(points[b] as number[], points[a] as number[]));
  const front: number[] = [];
  for (const at of order) {
    const point = points[at] as number[];
    if (!front.some((other) => dominates(points[other] as number[], point))) front.push(at);
  }
  return front.sort((a, b) => a - b);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
