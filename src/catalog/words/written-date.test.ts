import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWrittenDate } from "./written-date.ts";

describe("a date in another form", () => {
  it.each([
    ["2026/05/01", "2026-05-01"],
    ["2026.05.01", "2026-05-01"],
    [" 2026.5.1 ", "2026-05-01"],
    ["2026/05", "2026-05"],
    ["20260501", "2026-05-01"],
    ["2026-05-01T12:00:00Z", "2026-05-01"],
    ["May 2026", "2026-05"],
    ["may-2026", "2026-05"],
    ["1 May 2026", "2026-05-01"],
    ["1st May 2026", "2026-05-01"],
    ["01-May-2026", "2026-05-01"],
    ["May 1, 2026", "2026-05-01"],
    ["Sept. 30, 2026", "2026-09-30"],
    [1_777_593_600, "2026-05-01"],
  ])("%j is %s", (value, date) => {
    expect(readWrittenDate(value)).toBe(date);
  });

  it.each([
    "01/05/2026",
    "1.5.2026",
    "05/2026",
    "20263105",
    "May 32, 2026",
    "Mayday 2026",
    "Maybe 2026",
    "2026",
    "05",
    "soon",
    "",
    Number.NaN,
    20_263_105,
    null,
  ])("%j is none: no calendar has it, or the day could be the month", (value) => {
    expect(readWrittenDate(value)).toBeNull();
  });

  it("is one or none, whatever is written", () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/., ]{0,2}[0-9]{1,4}$/),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(readWrittenDate(value) ?? "2026-05").toMatch(/^\d{4}-\d\d(?:-\d\d)?$/);
      }),
      { seed: 7710, numRuns: 1000 },
    );
  });
});
