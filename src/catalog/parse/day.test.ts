import { describe, expect, it } from "vitest";
import { readDay } from "./day.ts";
import { Notebook } from "./findings.ts";

function read(value: unknown, now = Date.UTC(2026, 10, 27)) {
  const notebook = new Notebook(now);
  const day = readDay(value, "model.release_date", notebook);
  const { notUnderstood = [] } = notebook.addNotUnderstood<{ notUnderstood?: string[] }>({});
  return { day, notUnderstood, odd: Object.keys(notebook.findings().oddValues) };
}

describe("a date as received", () => {
  it.each(["2026-01-15", "2026-01"])("is %s as models.dev writes it", (day) => {
    expect(read(day)).toEqual({ day, notUnderstood: [], odd: [] });
  });

  it.each([
    ["2026-01-15T00:00:00Z", "2026-01-15"],
    ["2026-01-15 23:59:59+02:00", "2026-01-15"],
    ["2026/01/15", "2026-01-15"],
    ["2026.1.5", "2026-01-05"],
    ["2026-1-5", "2026-01-05"],
    ["20260115", "2026-01-15"],
    [20_260_115, "2026-01-15"],
    [1_768_435_200, "2026-01-15"],
    [1_768_435_200_000, "2026-01-15"],
    ["1768435200", "2026-01-15"],
    ["Jan 15, 2026", "2026-01-15"],
    ["15 January 2026", "2026-01-15"],
    ["October 2023", "2023-10"],
  ])("reads %j as %s, and counts it", (value, day) => {
    expect(read(value)).toEqual({
      day,
      notUnderstood: [],
      odd: ["model.release_date: a date in another form"],
    });
  });

  it.each([
    ["2025-25-11", "impossible date"],
    ["2025-02-31T00:00:00Z", "impossible date"],
    ["2025", "impossible date"],
    ["01/15/2026", "impossible date"],
    ["soon", "impossible date"],
    [2025, "impossible date"],
    [true, "impossible date"],
    [{ year: 2026 }, "impossible date"],
    ["2014-12-31", "beyond belief"],
    ["2098-12-31", "beyond belief"],
    ["2027-11-28", "beyond belief"],
    [4_102_444_800, "beyond belief"],
  ])("does not know %j: %s", (value, reason) => {
    expect(read(value)).toEqual({
      day: null,
      notUnderstood: ["releaseDate"],
      odd: [`model.release_date: ${reason}`],
    });
  });

  it("may be up to a year ahead", () => {
    expect(read("2027-11-27").day).toBe("2027-11-27");
    expect(read("2015-01-01").day).toBe("2015-01-01");
  });

  it.each([undefined, null, "", "  ", 0, "1970-01-01"])("takes %j for nothing known", (value) => {
    expect(read(value)).toEqual({ day: null, notUnderstood: [], odd: [] });
  });

  it("is believed by a machine whose clock was never set", () => {
    expect(read("2026-01-15", 0).day).toBe("2026-01-15");
  });
});
