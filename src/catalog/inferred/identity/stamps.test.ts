import { describe, expect, it } from "vitest";
import { daysAfter, daysApart, stampFits } from "./stamps.ts";
import { readWords } from "./words.ts";

const stampsOf = (text: string): string[] =>
  readWords(text)
    .filter(({ kind }) => kind === "stamp")
    .map((word) => word.text);

describe("dates within ids", () => {
  it.each([
    ["gpt-4o-2024-08-06", "2024-08-06"],
    ["claude-opus-4-1-20250805", "2025-08-05"],
    ["command-r-08-2024", "2024-08"],
    ["gemini-2.5-flash-preview-09-2025", "2025-09"],
    ["gemini-2.5-flash-preview-05-20", "--05-20"],
    ["qwen3-235b-a22b-2507", "2025-07"],
    ["doubao-seed-1-6-250615", "2025-06-15"],
    ["deepseek-r1-0528", "--05-28"],
  ])("are found in %s", (id, stamp) => {
    expect(stampsOf(id)).toEqual([stamp]);
  });

  it.each(["gpt-4-32k", "claude-3-5-haiku", "grok-4-20", "gemini-2.0-flash-001", "phi-3-128k"])(
    "are not seen in %s",
    (id) => {
      expect(stampsOf(id)).toEqual([]);
    },
  );
});

describe("stampFits", () => {
  it("lets a release be announced some weeks after the day in its id", () => {
    expect(stampFits("2025-11-01", "2025-11-24")).toBe(true);
    expect(stampFits("2024-11-20", "2024-05-13")).toBe(false);
  });

  it("compares a day without a year within the year of the release", () => {
    expect(stampFits("--07-09", "2025-07-09")).toBe(true);
    expect(stampFits("--09-05", "2025-07-11")).toBe(false);
  });

  it("takes a month for all of its days", () => {
    expect(stampFits("2025-12", "2025-12-02")).toBe(true);
    expect(stampFits("2025-07", "2025-04-28")).toBe(false);
  });
});

describe("days between dates", () => {
  it("are counted near enough, a month as its middle", () => {
    expect(Math.round(daysApart("2025-01-01", "2025-12-31"))).toBeGreaterThan(355);
    expect(daysApart("2025-04", "2025-04-15")).toBe(0);
    expect(daysAfter("2025-01-01", "2025-01-31")).toBe(-30);
  });
});
