import { describe, expect, it } from "vitest";
import { ratedModel } from "../../testing/one-model.ts";
import { estimateCost } from "./estimate-cost.ts";
import type { Usage } from "./usage.ts";
import { unlistedOf } from "./unlisted.ts";

const saidOf = (ref: string, cost: object, usage: Usage) =>
  unlistedOf(estimateCost(ratedModel(ref, { cost }), usage));

describe("what keeps a cost from being known", () => {
  it("is nothing where all is listed", () => {
    expect(saidOf("a/m", { input: 1, output: 2 }, { input: 10, output: 10 })).toEqual({
      unpriced: [],
      hasTwoOutputs: false,
      unclear: [],
    });
  });

  it("is named in words for people", () => {
    const usage = { input: 10, output: 9, cached: 5, cacheWrite: 5, inputAudio: 5, outputAudio: 5 };
    expect(saidOf("perplexity/m", { input: 1 }, usage).unpriced).toEqual([
      "cached input",
      "cache write",
      "output",
      "audio in",
      "audio out",
      "fees per request",
    ]);
  });

  it("is which price holds where one for thinking is listed beside that of output", () => {
    const cost = { input: 1, output: 2, reasoning: 4 };
    const thinking = { input: 10, output: 10, reasoning: 5 };
    expect(saidOf("alibaba/qwen-plus", cost, thinking)).toEqual({
      unpriced: [],
      hasTwoOutputs: true,
      unclear: [],
    });
    expect(saidOf("alibaba/qwen-plus", { input: 1, reasoning: 4 }, thinking)).toMatchObject({
      unpriced: ["output"],
      hasTwoOutputs: false,
    });
  });

  it("is called as the source writes it where it is not understood", () => {
    const cost = { input: 1, output: 2, per_image: [3] };
    expect(saidOf("a/m", cost, { input: 10, output: 10 }).unclear).toEqual(["per_image"]);
  });
});
