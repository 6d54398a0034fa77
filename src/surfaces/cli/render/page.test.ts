import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../testing/plain-style.ts";
import { Page } from "./page.ts";

describe("a page", () => {
  it("pads labels to the longest and leaves out rows without a value", async () => {
    const page = new Page(plainStyle);
    page.title("GPT-5", "openai/gpt-5");
    page.section("Limits");
    page.fields([
      ["context", "400,000 tokens"],
      ["input", null],
      ["out", "x"],
      ["none", ""],
    ]);
    page.block(["a", "b"]);
    expect((await page.draw()).text).toBe(
      "GPT-5  openai/gpt-5\n\nLimits\n  context  400,000 tokens\n  out      x\n  a\n  b\n",
    );
  });

  it("cleans titles, labels and values alike", async () => {
    const page = new Page(plainStyle);
    page.title("evil\u001b]0;x\u0007", "a\nb");
    page.say("say\u202e");
    page.section("part\u009b1m");
    page.fields([
      ["l\u001b[2Jabel", "\u001b[2Jvalue"],
      ["\u202ex\ny", "z"],
    ]);
    page.block(["in\u0085side"]);
    expect((await page.draw()).text).toBe(
      "evil  a b\nsay\n\npart\n  label  value\n  x y    z\n  inside\n",
    );
  });

  it("pads labels by the columns they take", async () => {
    const page = new Page(plainStyle);
    page.fields([
      ["模型", "a"],
      ["abcde", "b"],
    ]);
    expect((await page.draw()).text).toBe("  模型   a\n  abcde  b\n");
  });
});
