import { describe, expect, it } from "vitest";
import { SmallCatalog } from "./small-catalog.ts";

const facts = { "openai/gpt-5": "GPT-5", "zhipuai/glm-5.1": "GLM-5.1" };

describe("words before a model's name", () => {
  it("are left out where they name a maker or a seller", () => {
    const catalog = new SmallCatalog(
      {
        openai: ["gpt-5"],
        databricks: ["databricks-gpt-5"],
        venice: ["openai-gpt-5", "zai-org-glm-5.1"],
        baseten: ["zai-org/GLM-5.1"],
      },
      facts,
    );
    expect(catalog.of("databricks/databricks-gpt-5")).toMatchObject({
      model: "openai/gpt-5",
      reason: "host-prefix",
    });
    expect(catalog.areSame("venice/openai-gpt-5", "openai/gpt-5")).toBe(true);
    expect(catalog.areSame("venice/zai-org-glm-5.1", "baseten/zai-org/GLM-5.1")).toBe(true);
  });

  it("are learned where one provider puts them before several models", () => {
    const catalog = new SmallCatalog(
      { openai: ["gpt-5"], hub: ["coding-glm-5.1", "coding-gpt-5"] },
      facts,
    );
    expect(catalog.of("hub/coding-glm-5.1").model).toBe("zhipuai/glm-5.1");
  });

  it("stay where they are used once, for they may name a model made from another", () => {
    const catalog = new SmallCatalog({ openai: ["gpt-5"], hub: ["tuned-gpt-5"] }, facts);
    expect(catalog.areSame("hub/tuned-gpt-5", "openai/gpt-5")).toBe(false);
  });

  it("stay where the rest is not known by itself", () => {
    const catalog = new SmallCatalog({ nova: ["nova-lite"], a: ["lite"], b: ["lite"] });
    expect(catalog.areSame("nova/nova-lite", "a/lite")).toBe(false);
  });
});
