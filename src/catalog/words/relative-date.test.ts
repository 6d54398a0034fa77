import { describe, expect, it } from "vitest";
import { absoluteDate } from "./relative-date.ts";

const now = Date.UTC(2026, 10, 23, 12);

describe("absoluteDate", () => {
  it.each([
    ["today", "2026-11-23"],
    ["Yesterday", "2026-11-22"],
    ["30d", "2026-10-24"],
    ["2w", "2026-11-09"],
    ["1 month ago", "2026-10-24"],
    ["1y", "2025-11-23"],
  ])("reads %s as a day before now", (text, day) => {
    expect(absoluteDate(text, now)).toBe(day);
  });

  it.each(["2026-05-01", "2026", "soon", "0d", "d", "30x", "9999y", ""])(
    "leaves %j as it is",
    (text) => {
      expect(absoluteDate(text, now)).toBe(text);
    },
  );
});
