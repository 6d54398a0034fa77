import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAmount, parseBytes, parseDuration, parseSize } from "./sizes.ts";

describe("parseSize", () => {
  it.each([
    ["200k", 200_000],
    ["200K", 200_000],
    ["1m", 1_000_000],
    ["1.5M", 1_500_000],
    ["2g", 2_000_000_000],
    ["4096", 4_096],
    ["200_000", 200_000],
    ["200,000", 200_000],
    [" 32 k ", 32_000],
    ["8ktokens", 8_000],
    ["1 token", 1],
    ["0", 0],
    ["0.0015m", 1_500],
    ["0.0e999999999", 0],
    ["0.0e99999999999999999999", 0],
    [`1.5${"0".repeat(300)}k`, 1_500],
    ["1.001k", 1_001],
    ["1,234,567", 1_234_567],
  ])("reads %j as %i", (text, expected) => {
    expect(parseSize(text)).toBe(expected);
  });

  it.each([
    "",
    "k",
    "-1",
    "1e",
    "12x",
    "1..5k",
    ".5k",
    "200kb",
    "ten",
    "9".repeat(20),
    "1_",
    "0x10",
    "0.4",
    "0.5e99999999999999999999",
    `1.${"0".repeat(1_000_000)}1`,
    "1.0005k",
    "0,5",
    "1,5k",
    "1,2345",
  ])("reads no size in %j", (text) => {
    expect(parseSize(text)).toBeUndefined();
  });

  it("reads every count that can be counted exactly", () => {
    const counts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseSize(String(count))).toBe(count);
        expect(parseSize(count.toLocaleString("en-US"))).toBe(count);
      }),
      { seed: 4210 },
    );
  });
});

describe("parseAmount", () => {
  it("reads what may be cut", () => {
    expect(["0.5", "1.5k", "200_000", "1e-3"].map(parseAmount)).toEqual([
      0.5,
      1_500,
      200_000,
      undefined,
    ]);
  });
});

describe("parseBytes", () => {
  it.each([
    ["50MB", 50_000_000],
    ["64MiB", 67_108_864],
    ["1 GB", 1_000_000_000],
    ["1gib", 1_073_741_824],
    ["1.5kb", 1_500],
    ["1kib", 1_024],
    ["12b", 12],
    ["1000000", 1_000_000],
    ["0", 0],
  ])("reads %j as %i", (text, expected) => {
    expect(parseBytes(text)).toBe(expected);
  });

  it.each(["", "MB", "50M", "-1MB", "1e", "fifty"])("reads no size in %j", (text) => {
    expect(parseBytes(text)).toBeUndefined();
  });
});

describe("parseDuration", () => {
  it.each([
    ["24h", 86_400_000],
    ["90m", 5_400_000],
    ["10s", 10_000],
    ["500ms", 500],
    ["7d", 604_800_000],
    ["1.5h", 5_400_000],
    [" 2 H ", 7_200_000],
    ["0", 0],
    ["0s", 0],
  ])("reads %j as %i milliseconds", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each(["", "10", "-1h", "1w", "h", "1h30m", "forever"])("reads no duration in %j", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe("a number that is cut finer than can be counted", () => {
  it.each(["1000.5", "1000.0000000000001", "1000.00000000000000000001", "0.9999999999999999999k"])(
    "%s is no whole count, however near",
    (text) => {
      expect(parseSize(text)).toBeUndefined();
    },
  );

  it.each([
    ["1.001k", 1_001],
    ["1.0", 1],
    ["4.35m", 4_350_000],
    ["0.1g", 100_000_000],
    ["1.5e3", 1_500],
    ["1.234567e3k", 1_234_567],
    ["9007199254740.991k", Number.MAX_SAFE_INTEGER],
  ])("%s is exact", (text, expected) => {
    expect(parseSize(text)).toBe(expected);
  });

  it("is a limit in bytes that all below it keep, and a time that what is younger keeps", () => {
    expect(["0.1gib", "1.9b", "0.5"].map(parseBytes)).toEqual([107_374_182, 1, 0]);
    expect(["1.5ms", "0.1ms", "1.0005s"].map(parseDuration)).toEqual([2, 1, 1_001]);
  });

  it("of a power beyond all numbers takes no time", () => {
    expect(parseSize("1.5e999999999")).toBeUndefined();
    expect(parseAmount(`0.${"3".repeat(20)}`)).toBe(1 / 3);
    expect(parseAmount(`1.${"0".repeat(20)}1`)).toBeUndefined();
  });
});
