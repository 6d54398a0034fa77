import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaled, toUsd, type Units, usdPerUnit } from "./money.ts";

const dollar: Units = usdPerUnit;

describe("scaled", () => {
  it("is exact in fractions that no float holds", () => {
    expect(scaled(dollar, 1, 30, 7)).toBe(30 / 7);
    expect(scaled(dollar, 0.1, 3, 1)).toBe(0.3);
    expect(scaled(dollar, 1e-7, 1, 1)).toBe(1e-7);
    expect(scaled(70_000_000_000_000n, 200, 720, 168)).toBe(60);
  });

  it("is what multiplying would give where that is exact", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1_000), fc.nat(30), (units, count, over) => {
        expect(scaled(units, count, over, 1)).toBe(toUsd(BigInt(units) * BigInt(count * over)));
      }),
      { seed: 4310 },
    );
  });

  it("is as much in quarters as a quarter of the whole", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 22n }), fc.nat(1e6), (units, count) => {
        expect(scaled(units, count / 4, 1, 1)).toBe(scaled(units, count, 1, 4));
      }),
      { seed: 4311 },
    );
  });
});
