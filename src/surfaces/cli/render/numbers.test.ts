import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showAge, showBytes, showCount, showNumber, showPrice, showTokens } from "./numbers.ts";

describe("showNumber", () => {
  it.each([
    [0.49299999999999994, "0.493"],
    [0.1 + 0.2, "0.3"],
    [1.25, "1.25"],
    [0, "0"],
    [1e-7, "1e-7"],
    [0.000001, "0.000001"],
    [123456.789, "123456.789"],
  ])("shows %d as %s", (value, text) => {
    expect(showNumber(value)).toBe(text);
  });

  it("changes no number by more than float noise", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        expect(Math.abs(Number(showNumber(value)) - value)).toBeLessThanOrEqual(value * 1e-9);
      }),
      { seed: 4730 },
    );
  });
});

describe("showPrice", () => {
  it.each([
    [2.5, "$2.50"],
    [2, "$2"],
    [0.075, "$0.075"],
    [0.49299999999999994, "$0.493"],
    [0, "free"],
    [null, "–"],
    [undefined, "–"],
    [0.1, "$0.10"],
    [15, "$15"],
  ])("shows %j as %s", (value, text) => {
    expect(showPrice(value, "–")).toBe(text);
  });
});

describe("showTokens", () => {
  it.each([
    [null, "–"],
    [512, "512"],
    [999, "999"],
    [1_000, "1k"],
    [8_192, "8.2k"],
    [9_949, "9.9k"],
    [9_999, "10k"],
    [128_000, "128k"],
    [131_072, "131k"],
    [999_499, "999k"],
    [999_500, "1M"],
    [1_000_000, "1M"],
    [1_048_576, "1.05M"],
    [2_000_000, "2M"],
    [10_000_000, "10M"],
    [1_500_000, "1.5M"],
  ])("shows %j as %s", (value, text) => {
    expect(showTokens(value, "–")).toBe(text);
  });

  it("is never off by more than a twentieth", () => {
    const factor: Record<string, number> = { k: 1e3, M: 1e6 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (value) => {
        const [, digits, unit = ""] = /^([\d.]+)([kM]?)$/.exec(showTokens(value, "")) ?? [];
        const shown = Number(digits) * (factor[unit] ?? 1);
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(value * 0.05);
      }),
      { seed: 4731, numRuns: 500 },
    );
  });
});

describe("showCount", () => {
  it("groups digits by three", () => {
    expect([0, 999, 1_000, 1_048_576, 12_345_678].map(showCount)).toEqual([
      "0",
      "999",
      "1,000",
      "1,048,576",
      "12,345,678",
    ]);
  });
});

describe("showBytes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_000, "1 kB"],
    [150_400, "150 kB"],
    [2_443_775, "2.4 MB"],
    [50_000_000, "50.0 MB"],
    [1_500_000_000, "1.5 GB"],
  ])("shows %i as %s", (bytes, text) => {
    expect(showBytes(bytes)).toBe(text);
  });
});

describe("showAge", () => {
  it.each([
    [0, "0 seconds"],
    [1, "1 second"],
    [119, "119 seconds"],
    [120, "2 minutes"],
    [5_400, "90 minutes"],
    [7_200, "2 hours"],
    [93_600, "26 hours"],
    [172_799, "47 hours"],
    [172_800, "2 days"],
    [31_536_000, "365 days"],
  ])("shows %i as %s", (seconds, text) => {
    expect(showAge(seconds)).toBe(text);
  });
});
