/** The same numbers for the same seed on every machine (mulberry32). */
export function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Value>(random: () => number, from: readonly Value[]): Value {
  return from[Math.floor(random() * from.length)] as Value;
}

/** How often a test repeats itself, and from which seed: more by a variable. */
export function repeats(variable: string, usual: number): { count: number; seed: number } {
  const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261126);
  return { count: Number(process.env[variable] ?? usual), seed };
}
