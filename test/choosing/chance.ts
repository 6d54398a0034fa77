import type { WireUsage } from "./wire.ts";

/** Always the same numbers for a seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, not including, `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  happens(share: number): boolean {
    return this.below(1_000) < share * 1_000;
  }

  pick<Value>(from: readonly Value[]): Value {
    return from[this.below(from.length)] as Value;
  }

  /** So many different ones. */
  several<Value>(from: readonly Value[], count: number): Value[] {
    const chosen = new Set<Value>();
    while (chosen.size < Math.min(count, from.length)) chosen.add(this.pick(from));
    return [...chosen];
  }

  /** A usage, and the flags that describe it. */
  usage(): { usage: WireUsage; flags: string[] } {
    const usage: WireUsage = { input: this.below(600_000), output: this.below(40_000) };
    if (this.happens(0.4)) usage.cached = this.below(usage.input + 1);
    if (this.happens(0.3)) usage.reasoning = this.below(usage.output + 1);
    if (this.happens(0.3)) usage.cacheWrite = this.below(50_000);
    if (this.happens(0.1)) usage.inputAudio = this.below(9_000);
    if (this.happens(0.1)) usage.outputAudio = this.below(9_000);
    const flags = Object.entries(usage).flatMap(([key, tokens]) => [
      `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      String(tokens),
    ]);
    return { usage, flags };
  }

  requests(): { perMonth: number; flags: string[] } {
    const count = 1 + this.below(5_000);
    return this.happens(0.5)
      ? { perMonth: count * 30, flags: ["--requests", `${count}/day`] }
      : { perMonth: count, flags: ["--requests", `${count}/month`] };
  }
}
