import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showBound, showUsd } from "./money.ts";

describe("showUsd", () => {
  it.each([
    [0, "$0"],
    [1, "$1.00"],
    [1.005, "$1.00"],
    [12.3456, "$12.35"],
    [999.999, "$1,000.00"],
    [1_234.5, "$1,234.50"],
    [1_234_567.891, "$1,234,567.89"],
  ])("shows %d, a dollar or more, with cents: %s", (usd, shown) => {
    expect(showUsd(usd)).toBe(shown);
  });

  it.each([
    [0.5, "$0.50"],
    [0.05, "$0.05"],
    [0.0455, "$0.0455"],
    [0.123456, "$0.1235"],
    [0.002352, "$0.002352"],
    [0.99999, "$1.00"],
    [0.00000125, "$0.00000125"],
    [1.5e-9, "$0.0000000015"],
  ])("shows %d, less than a dollar, with the digits that say something: %s", (usd, shown) => {
    expect(showUsd(usd)).toBe(shown);
  });

  it("never shows nothing for what costs something, and is right to four digits", () => {
    const amounts = fc.integer({ min: 1, max: 1e9 }).map((units) => units / 1e12);
    fc.assert(
      fc.property(amounts, (usd) => {
        const shown = Number(showUsd(usd).slice(1));
        expect(shown).toBeGreaterThan(0);
        expect(Math.abs(shown - usd)).toBeLessThanOrEqual(usd * 5.01e-4);
      }),
      { seed: 4246 },
    );
  });
});

describe("showBound", () => {
  it("marks a lower bound, and says unknown where nothing is known", () => {
    const known = { complete: true, unknown: [] };
    const bound = { complete: false, unknown: ["cacheWrite", "requestFee"] };
    expect(showBound(2, known, "–")).toBe("$2.00");
    expect(showBound(2, bound, "–")).toBe("≥ $2.00");
    expect(showBound(0, bound, "–")).toBe("≥ $0");
    expect(showBound(null, bound, "–")).toBe("–");
  });

  it("claims no bound where something of the price is not understood", () => {
    const unclear = { complete: false, unknown: ["cacheWrite", "tiers"] };
    expect(showBound(2, unclear, "–")).toBe("? $2.00");
    expect(showBound(null, unclear, "–")).toBe("–");
  });
});
