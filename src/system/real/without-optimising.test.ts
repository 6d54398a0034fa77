import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { withoutOptimising } from "./without-optimising.ts";

/** A loop of its own, and whether V8 has optimised it. */
function createLoop(): { run(): number; isOptimised(): boolean } {
  setFlagsFromString("--allow-natives-syntax");
  const { loop, statusOf } = new Script(`({
    loop: (numbers) => { let sum = 0; for (let at = 0; at < 5_000; at += 1) sum += numbers[at & 7]; return sum; },
    statusOf: (one) => %GetOptimizationStatus(one),
  })`).runInThisContext() as {
    loop(numbers: Uint8Array): number;
    statusOf(one: unknown): number;
  };
  // compiled at its first call
  statusOf(loop);
  setFlagsFromString("--no-allow-natives-syntax");
  const numbers = new Uint8Array(8).fill(1);
  const optimised = 0b1_0000;
  return { run: () => loop(numbers), isOptimised: () => (statusOf(loop) & optimised) !== 0 };
}

describe("work that is done without optimising", () => {
  it("is not optimised however often it is run, and is later", async () => {
    const { run, isOptimised } = createLoop();
    const found = await withoutOptimising(() => {
      let times = 0;
      while (!isOptimised() && times < 3_000) times += run() / 5_000;
      return Promise.resolve([times, isOptimised()]);
    });
    expect(found).toEqual([3_000, false]);
    while (!isOptimised()) run();
  });

  it("leaves V8 to take what was compiled before and after it", async () => {
    const source = "6 * 7";
    const before = new Script(source).createCachedData();
    const after = await withoutOptimising(() => Promise.reject(new Error("broken"))).catch(() =>
      new Script(source).createCachedData(),
    );
    for (const cachedData of [before, after]) {
      expect(new Script(source, { cachedData }).cachedDataRejected).toBe(false);
    }
  });
});
