import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { cutRef } from "./cut-ref.ts";

const cut = (ref: string, width: number): string => cutRef(ref, width, "…", stringWidth);

describe("a ref that is too long", () => {
  it("keeps its provider and everything from the version on, and of the rest its beginning", () => {
    const ref = "amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    expect(cut(ref, 40)).toBe("amazon-bedrock/us.anth…4-5-20250929-v1:0");
    expect(cut(ref, 33)).toBe("amazon-bedrock/…4-5-20250929-v1:0");
  });

  it("keeps the version itself where not all behind it fits", () => {
    const ref = "amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    expect(cut(ref, 28)).toBe("amazon-bedrock/…4-5…929-v1:0");
    expect(cut("azure-cognitive-services/gpt-3.5-turbo-instruct", 36)).toBe(
      "azure-cognitive-services/…3.5…struct",
    );
  });

  it.each([
    ["fireworks-ai/accounts/fireworks/models/qwen3p7-plus", 30, "qwen3p7-plus"],
    ["cloudflare-ai-gateway/anthropic/claude-sonnet-4-5", 32, "4-5"],
    ["openrouter/meta-llama/llama-3.3-70b-instruct:free", 36, "3.3-70b-instruct:free"],
    ["vercel/moonshotai/kimi-k2.7-code-highspeed", 34, "k2.7-code-highspeed"],
    ["google-vertex-anthropic/claude-sonnet-4-5@20250929", 40, "4-5@20250929"],
  ])("finds the version of %s", (ref, width, version) => {
    const text = cut(ref, width);
    expect(text.startsWith(ref.slice(0, ref.indexOf("/") + 1))).toBe(true);
    expect(text.endsWith(version)).toBe(true);
    expect(text).toContain("…");
  });

  it("is cut in the middle of its name where there is no version", () => {
    expect(cut("sakana/a-very-long-name-without-any-number", 20)).toBe("sakana/a-very…number");
  });

  it("is whole where it fits, and never wider than it may be", () => {
    const part = fc.string({ unit: "grapheme", maxLength: 12 });
    const ref = fc.tuple(part, part, part).map(([a, b, c]) => `${a}/${b}-4.5-${c}`);
    fc.assert(
      fc.property(ref, fc.integer({ min: 1, max: 50 }), (one, width) => {
        const text = cut(one, width);
        expect(stringWidth(text)).toBeLessThanOrEqual(width);
        if (stringWidth(one) <= width) expect(text).toBe(one);
      }),
      { seed: 4741, numRuns: 500 },
    );
  });
});
