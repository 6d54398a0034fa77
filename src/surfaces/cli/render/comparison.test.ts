import { describe, expect, it } from "vitest";
import { compareModels } from "../../../catalog/compare/compare-models.ts";
import { type ComparedLine, line } from "../../../catalog/compare/line.ts";
import { ratedModel } from "../../../testing/one-model.ts";
import { plainStyle } from "../../../testing/plain-style.ts";
import type { CliContext } from "../context.ts";
import * as rendered from "./comparison.ts";
import { isShared, showValues } from "./comparison-cells.ts";

const context = (width?: number): CliContext => ({ style: plainStyle, width }) as CliContext;
const escape = "\u001b";
const renderComparison = async (
  ...how: Parameters<typeof rendered.renderComparison>
): Promise<string> => (await rendered.renderComparison(...how)).text;
const renderCharts = async (...how: Parameters<typeof rendered.renderCharts>): Promise<string> =>
  (await rendered.renderCharts(...how)).text;

function comparison(...refs: string[]) {
  const models = refs.map((ref, at) => ratedModel(ref, { cost: { input: at + 1, output: 4 } }));
  return { models, lines: compareModels(models.map((model) => ({ model, facts: null }))) };
}

describe("what stands in a cell", () => {
  const shown = (one: ComparedLine): string[] => showValues(one, "–");

  it("marks the best with a star and shows the unknown as such", () => {
    const prices = line("input price", "usd-per-million", [2.5, null, 0], "lower");
    expect(shown(prices)).toEqual(["$2.50", "–", "free *"]);
  });

  it("has enough digits to tell costs apart that differ", () => {
    expect(shown(line("x", "usd", [12.341, 12.344, 12.341], "lower"))).toEqual([
      "$12.341 *",
      "$12.344",
      "$12.341 *",
    ]);
  });

  it("shows each unit in its own way", () => {
    expect(shown(line("x", "usd", [0.0345, 0], "neither"))).toEqual(["$0.0345", "$0"]);
    expect(shown(line("x", "tokens", [1_048_576], "neither"))).toEqual(["1,048,576"]);
    expect(shown(line("x", "score", [0.49299999999999994], "neither"))).toEqual(["0.493"]);
    expect(shown(line("x", "yes-no", [true, false, null], "neither"))).toEqual(["yes", "no", "–"]);
    expect(shown(line("x", "words", [["text", "image"], []], "neither"))).toEqual([
      "text image",
      "",
    ]);
  });
});

describe("a line", () => {
  it("is shared where two models or more have a value, or where it is what a usage costs", () => {
    expect(isShared(line("x", "score", [1, null, 2], "higher"))).toBe(true);
    expect(isShared(line("x", "score", [1, null, null], "higher"))).toBe(false);
    expect(isShared(line("x", "yes-no", [true, false], "higher"))).toBe(true);
    expect(isShared(line("cost per request", "usd", [1, null], "lower"))).toBe(true);
  });
});

describe("renderComparison", () => {
  it("stands side by side where nobody counts columns", async () => {
    const text = await renderComparison(comparison("a/one", "b/two", "c/three"), context());
    expect(text.split("\n")[0]).toMatch(/^ +a\/one +b\/two +c\/three$/);
    expect(text).toMatch(/^input price +\$1 \* +\$2 +\$3$/m);
    expect(text).toMatch(/\* the best of its line\n$/);
  });

  it("goes on in blocks below where a terminal is too narrow for all", async () => {
    const refs = ["a/one", "b/two", "c/three", "d/four", "e/five"];
    for (const width of [40, 60, 80]) {
      const text = await renderComparison(comparison(...refs), context(width));
      for (const row of text.split("\n")) expect(row.length).toBeLessThanOrEqual(width);
      for (const ref of refs) expect(text).toContain(ref);
      expect(text.match(/^input price/gm)?.length).toBeGreaterThan(1);
    }
  });

  it("puts the provider above the id where a ref is too long, and goes on below in what is too long", async () => {
    const long = comparison("amazon-bedrock/anthropic.claude-sonnet-4-5-v1:0", "b/two", "c/three");
    long.lines.push(
      line("takes", "words", [["text"], "text image audio video pdf".split(" "), []], "neither"),
    );
    const text = await renderComparison(long, context(60));
    expect(text).toMatch(/^ +amazon-bedrock\/ +b\/two/m);
    expect(text).toMatch(/…4-5-v1:0/);
    expect(text.replaceAll(/\s+/g, " ")).toContain("text image audio video pdf");
    expect(text).not.toMatch(/ $/m);
  });

  it("shows two models at least side by side on 60 columns, and as many as fit on wider ones", async () => {
    const refs = [
      "openai/gpt-5",
      "anthropic/claude-sonnet-4-5",
      "google/gemini-2.5-pro",
      "xai/grok-4",
    ];
    const blocks = async (width: number): Promise<number> =>
      (await renderComparison(comparison(...refs), context(width))).match(/^input price/gm)
        ?.length ?? 0;
    expect([await blocks(60), await blocks(80), await blocks(120)]).toEqual([2, 2, 1]);
  });

  it("measures titles that are not ASCII by the columns they take", async () => {
    const text = await renderComparison(comparison("中国/模型", "b/two"), context());
    const [title = "", ...rows] = text.split("\n");
    const start = rows.find((row) => row.startsWith("input price"))?.indexOf("$2") ?? -1;
    // each of the four signs takes two columns
    expect(title.indexOf("b/two") + 4).toBe(start);
  });

  it("strips what would move the cursor from refs and from the names of benchmarks", async () => {
    const hostile = comparison(`a/x${escape}]52;c;ZXZpbA==\u0007`, `b/y\u202e${escape}[2J`);
    hostile.lines.push(line(`Bench${escape}[31m\u200f`, "score", [1, 2], "higher"));
    for (const text of [
      await renderComparison(hostile, context(60)),
      await renderCharts(hostile, context(60)),
    ]) {
      expect(text).toMatch(/Bench/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200f\u202e]|52;c/);
    }
  });
});

describe("renderCharts", () => {
  it("draws lines of numbers that two or more have a value in", async () => {
    const several = comparison("a/one", "b/two");
    several.lines.push(line("Alone", "score", [5, null], "higher"));
    several.lines.push(line("Shared", "score", [5, 6], "higher"));
    const text = await renderCharts(several, context(80));
    expect(text).toContain("input price, USD per 1M tokens");
    expect(text).toContain("Shared");
    expect(text).not.toContain("Alone");
    expect(text).not.toContain("reasoning");
  });
});
