import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateKey, isoTime, isTime, readDate } from "./dates.ts";

describe("readDate", () => {
  it.each(["2025-08-07", "2025-08", "2024-02-29", "2000-02-29", "2000-01-01", "2199-12-31"])(
    "takes %s as it is written",
    (date) => {
      expect(readDate(date)).toBe(date);
    },
  );

  it("forgives spaces around", () => {
    expect(readDate(" 2025-08\n")).toBe("2025-08");
  });

  it.each([
    "2025-25-11",
    "2025-00",
    "2025-02-31",
    "2025-04-31",
    "2025-02-29",
    "2100-02-29",
    "2025-01-00",
    "1970-01-01",
    "1999-12-31",
    "2200-01-01",
    "2025",
    "2025-8-7",
    "2025/08/07",
    "20250807",
    "2025-08-07T00:00:00Z",
    "soon",
    "",
  ])("knows no date in %j", (text) => {
    expect(readDate(text)).toBeNull();
  });

  it("agrees with the calendar on every day", () => {
    const parts = fc.tuple(
      fc.integer({ min: 2000, max: 2199 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.toISOString().startsWith(text);
        expect(readDate(text)).toBe(exists ? text : null);
      }),
      { seed: 4201, numRuns: 1000 },
    );
  });
});

describe("dateKey", () => {
  it("sorts a month as its first day", () => {
    expect(dateKey("2025-08")).toBe(dateKey("2025-08-01"));
    expect(dateKey("2025-08")).toBeLessThan(dateKey("2025-08-02"));
    expect(dateKey("2025-08")).toBeGreaterThan(dateKey("2025-07-31"));
  });

  it("puts the unknown before every date", () => {
    expect(dateKey(null)).toBe(0);
    expect(dateKey("2000-01")).toBeGreaterThan(0);
  });
});

describe("isoTime", () => {
  it("writes milliseconds since 1970 in ISO 8601", () => {
    expect(isoTime(0)).toBe("1970-01-01T00:00:00.000Z");
  });

  it.each([
    [Number.NaN, "1970-01-01T00:00:00.000Z"],
    [9e18, "9999-12-31T23:59:59.999Z"],
    [-9e18, "0000-01-01T00:00:00.000Z"],
    [Date.UTC(10_000, 0), "9999-12-31T23:59:59.999Z"],
    [-1, "1969-12-31T23:59:59.999Z"],
  ])("writes %d, which a file may be dated, so that it sorts: %s", (ms, text) => {
    expect(isoTime(ms)).toBe(text);
  });

  it("writes what Date writes of itself, of any time that is one", () => {
    const years = fc.integer({ min: Date.UTC(-1, 12), max: Date.UTC(10_000, 0) - 1 });
    fc.assert(
      fc.property(fc.oneof(years, fc.double({ min: -6e13, max: 2e14, noNaN: true })), (ms) => {
        expect(isoTime(ms)).toBe(new Date(ms).toISOString());
      }),
      { numRuns: 2_000, seed: 20_261_127 },
    );
  });
});

describe("isTime", () => {
  it("knows what isoTime writes, and nothing else", () => {
    expect([0, Date.UTC(2026, 10, 26), 9e18].map(isoTime).every(isTime)).toBe(true);
    const others = [
      "",
      "soon",
      "2026-11-26",
      "26 Nov 2026",
      "+275760-09-13T00:00:00.000Z",
      7,
      null,
    ];
    expect(others.some(isTime)).toBe(false);
    expect(isTime("2026-13-40T00:00:00.000Z")).toBe(false);
  });
});
