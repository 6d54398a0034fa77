import { describe, expect, it } from "vitest";
import { explainReason, reasonCodes } from "./reasons.ts";
import { SmallCatalog } from "./small-catalog.ts";

const catalog = new SmallCatalog(
  { openai: ["gpt-5"], azure: ["gpt-5"], hub: ["gpt-5-fast", "gpt-5-mini"] },
  { "openai/gpt-5": "GPT-5" },
);

describe("linkBetween", () => {
  it("gives the weaker evidence of the two rows, and says whose it is", () => {
    const link = catalog.link("openai/gpt-5", "hub/gpt-5-fast");
    expect(link).toMatchObject({ reason: "speed", confidence: 0.85 });
    expect(catalog.models[link?.row ?? -1]?.ref).toBe("hub/gpt-5-fast");
    expect(catalog.link("hub/gpt-5-fast", "openai/gpt-5")).toEqual(link);
    expect(catalog.link("openai/gpt-5", "azure/gpt-5")?.reason).toBe("listed");
  });

  it("gives nothing for two models", () => {
    expect(catalog.link("openai/gpt-5", "hub/gpt-5-mini")).toBeUndefined();
  });
});

describe("what is kept on disk", () => {
  it("is typed arrays and tables of text", () => {
    const { group, variant, reason, referenceRow, keys, variants } = catalog.identities;
    expect([group.length, variant.length, reason.length]).toEqual([4, 4, 4]);
    expect(referenceRow).toHaveLength(keys.length);
    expect(variants).toEqual(["", "fast"]);
  });
});

describe("explainReason", () => {
  it("makes a sentence of every reason", () => {
    for (const code of reasonCodes) {
      const about = { ref: "hub/gpt-5-fast", model: "openai/gpt-5", variant: "fast" };
      const sentence = explainReason(code, about);
      expect(sentence).toMatch(/^hub\/gpt-5-fast .*\.$/);
      expect(sentence).toContain("openai/gpt-5");
      expect(sentence).not.toMatch(/[{}]/);
    }
  });

  it("names the variant where there is one", () => {
    const about = { ref: "hub/gpt-5-fast", model: "openai/gpt-5" };
    expect(explainReason("speed", { ...about, variant: "fast" })).toBe(
      "hub/gpt-5-fast is openai/gpt-5 served at another speed (fast).",
    );
    expect(explainReason("speed", { ...about, variant: null })).toBe(
      "hub/gpt-5-fast is openai/gpt-5 served at another speed.",
    );
  });
});
