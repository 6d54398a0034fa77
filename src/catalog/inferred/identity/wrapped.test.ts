import { describe, expect, it } from "vitest";
import { wrappers } from "../sellers/wrappers.ts";
import { SmallCatalog } from "./small-catalog.ts";

describe("an id under a wrapper's prefix", () => {
  it.each(Object.entries(wrappers))("%s is the model, served so", (prefix, [variant]) => {
    const id = `${prefix.endsWith("/") ? prefix.toUpperCase() : prefix}gpt-5`;
    const catalog = new SmallCatalog({ openai: ["gpt-5"], hub: [id] }, { "openai/gpt-5": "GPT-5" });
    expect(catalog.of(`hub/${id}`)).toMatchObject({
      model: "openai/gpt-5",
      variant,
      reason: "plain-variant",
      confidence: 0.95,
    });
  });

  it("is named besides what else is said of the serving, and once", () => {
    const catalog = new SmallCatalog({
      a: ["glm-5.1"],
      b: ["glm-5.1"],
      hub: ["TEE/glm-5.1:thinking", "coding-glm-5.1-free", "TEE/glm-5.1-tee"],
    });
    expect(catalog.of("hub/TEE/glm-5.1:thinking").variant).toBe("tee thinking");
    expect(catalog.of("hub/coding-glm-5.1-free").variant).toBe("coding free");
    expect(catalog.of("hub/TEE/glm-5.1-tee").variant).toBe("tee");
    expect(new Set(catalog.identities.group).size).toBe(1);
  });

  it("names who made the model behind the prefix, and never the wrapper", () => {
    const catalog = new SmallCatalog({ hub: ["Pro/zai-org/GLM-5", "TEE/tiny-7-uncensored"] });
    expect(catalog.of("hub/Pro/zai-org/GLM-5").model).toBe("zai-org/glm-5");
    expect(catalog.of("hub/TEE/tiny-7-uncensored").model).toBe("tiny-7-uncensored");
  });

  it("stays what it is where nobody knows the rest, or the prefix stands elsewhere", () => {
    const catalog = new SmallCatalog({
      a: ["gpt-5", "lab/pro-gpt-5"],
      b: ["gpt-5"],
      hub: ["coding-helper-1"],
    });
    expect(catalog.of("hub/coding-helper-1").model).toBe("coding-helper-1");
    expect(catalog.of("a/lab/pro-gpt-5").variant).toBeNull();
    expect(catalog.areSame("a/lab/pro-gpt-5", "a/gpt-5")).toBe(false);
  });
});
