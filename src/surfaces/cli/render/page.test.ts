import { describe, expect, it } from "vitest";
import { Page } from "./page.ts";
import type { Style } from "./style.ts";

const asIs = (text: string): string => text;
const style = { bold: asIs, dim: asIs } as Style;

describe("a page", () => {
  it("pads labels to the longest and leaves out rows without a value", () => {
    const page = new Page(style);
    page.title("GPT-5", "openai/gpt-5");
    page.section("Limits");
    page.fields([
      ["context", "400,000 tokens"],
      ["input", null],
      ["out", "x"],
      ["none", ""],
    ]);
    page.block("a\nb\n");
    expect(page.toString()).toBe(
      "GPT-5  openai/gpt-5\n\nLimits\n  context  400,000 tokens\n  out      x\n  a\n  b\n",
    );
  });

  it("cleans every value that comes from outside", () => {
    const page = new Page(style);
    page.title("evil\u001b]0;x\u0007", "a\nb");
    page.say("say\u202e");
    page.fields([["label", "\u001b[2Jvalue"]]);
    expect(page.toString()).toBe("evil  a b\nsay\n  label  value\n");
  });
});
