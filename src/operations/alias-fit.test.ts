import { describe, expect, it } from "vitest";
import type { ModelRow } from "../catalog/words/model.ts";
import { oneModel } from "../testing/one-model.ts";
import { lackingOf, misfitsOf } from "./alias-fit.ts";

const limit = { context: 100, output: 10 };
const model = oneModel("p/m", { limit, temperature: false, reasoning: false });
const own: ModelRow = { ...model, origin: "config", capabilities: [] };

describe("what an alias needs", () => {
  it("is lacking where the model does not have it, and in doubt where nobody knows", () => {
    const ofModel = lackingOf("fast", ["tools", "reasoning"], model);
    expect(ofModel).toEqual([
      {
        capability: "reasoning",
        isSure: true,
        message: "fast needs reasoning, and p/m does not have it",
      },
    ]);
    expect(lackingOf("fast", ["tools"], own)).toMatchObject([
      { isSure: false, message: "fast needs tools, and nobody knows whether p/m has it" },
    ]);
    const said = { ...own, configured: ["capabilities.tools"] };
    expect(lackingOf("fast", ["tools"], said)).toMatchObject([{ isSure: true }]);
  });
});

describe("parameters", () => {
  it.each([
    [{ max_tokens: 11 }, ["config.above-limit", "max_tokens is 11, and p/m takes 10"]],
    [
      { extra: { maxOutputTokens: 11 } },
      ["config.above-limit", "extra.maxOutputTokens is 11, and p/m takes 10"],
    ],
    [{ num_ctx: 101 }, ["config.above-limit", "num_ctx is 101, and p/m takes 100"]],
    [{ temperature: 0 }, ["config.unused-parameter", "temperature is set, and p/m takes none"]],
    [
      { reasoning_effort: "low" },
      ["config.unused-parameter", "reasoning_effort is set, and p/m takes none"],
    ],
  ])("go beyond a model: %j", (parameters, [code, message]) => {
    expect(misfitsOf(parameters, model)).toMatchObject([{ code, message }]);
  });

  it.each([{ max_tokens: 10 }, { max_tokens: "11" }, { top_p: 2 }, { temperature: null }, "text"])(
    "are fine: %j",
    (parameters) => {
      expect(misfitsOf(parameters, model)).toEqual([]);
    },
  );

  it("are not judged where nobody knows what a model takes", () => {
    const unknown = { ...own, limits: { context: null, input: null, output: null } };
    expect(misfitsOf({ max_tokens: 11, temperature: 1 }, unknown)).toEqual([]);
  });
});
