import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../testing/plain-style.ts";
import { type Bar, renderBars as drawBars } from "./bars.ts";

const bar = (label: string, value: number | null, shown = String(value)): Bar => ({
  label,
  value,
  shown,
});
const renderBars = async (...how: Parameters<typeof drawBars>): Promise<string> =>
  (await drawBars(...how)).text;
const lengths = (text: string): number[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("█").length - 1);

describe("renderBars", () => {
  it("draws bars as long as their values, the longest 40 wide where nobody counts", async () => {
    const text = await renderBars([bar("a", 10), bar("bb", 20)], plainStyle, undefined);
    expect(text).toBe(`  a   ${"█".repeat(20)} 10\n  bb  ${"█".repeat(40)} 20\n`);
  });

  it("fits the width, and shortens labels before the bars are too short to compare", async () => {
    const bars = [bar("openrouter/".repeat(6), 1, "$1,000.00"), bar("b", 3, "$3,000.00")];
    for (const width of [40, 60, 80]) {
      const text = await renderBars(bars, plainStyle, width);
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
      expect(Math.max(...lengths(text))).toBeGreaterThanOrEqual(8);
      expect(text).toContain("$1,000.00");
    }
  });

  it("draws nothing for the unknown and for zero, and something for the smallest", async () => {
    const bars = [bar("unknown", null, "–"), bar("zero", 0), bar("tiny", 1), bar("much", 1e6)];
    expect(lengths(await renderBars(bars, plainStyle, undefined))).toEqual([0, 0, 1, 40]);
  });

  it("divides by no zero where all are zero", async () => {
    const text = await renderBars([bar("a", 0), bar("b", 0)], plainStyle, 60);
    expect(text).toBe("  a  0\n  b  0\n");
  });

  it("strips what would move the cursor from labels", async () => {
    const text = await renderBars([bar("a\u001b[2J\u202eb", 1), bar("c", 1)], plainStyle, 60);
    expect(text).toContain("  ab  ");
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});
