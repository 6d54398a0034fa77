import { describe, expect, it } from "vitest";
import type { DescribedModel } from "../../src/catalog/inferred/quality/describe.ts";
import { neighboursOf } from "./neighbours.ts";

const rows = (...models: [key: string, years: number][]): DescribedModel[] =>
  models.map(([key, years], group) => ({
    group,
    key,
    years,
    maker: key.slice(0, key.indexOf("/")),
    isSoldByMaker: true,
    reasons: false,
    isOpen: false,
    price: null,
    size: null,
    context: null,
    tier: null,
    isCoder: false,
    nameOf: "model",
    sellers: 1,
    reach: 0,
  }));

/** `newer > older`. */
function orderOf(...models: [key: string, years: number][]): string[] {
  const own = rows(...models);
  const neighbours = neighboursOf({ grounds: { models: own } }, []);
  const bare = (group: number): string => own[group]?.key.split("/")[1] ?? "";
  return neighbours.map(({ better, worse }) => `${bare(better)} > ${bare(worse)}`);
}

describe("successive models", () => {
  it("are those of one family and tier, by date", () => {
    expect(
      orderOf(["o/gpt-5.2", 2], ["o/gpt-5", 0], ["o/gpt-5-mini", 1], ["o/gpt-5.4-mini", 3]),
    ).toEqual(["gpt-5.2 > gpt-5", "gpt-5.4-mini > gpt-5-mini"]);
  });

  it("go by their dates where they have no version", () => {
    expect(orderOf(["m/mistral-large-2411", 0], ["m/mistral-large-2512", 1])).toEqual([
      "mistral-large-2512 > mistral-large-2411",
    ]);
  });

  it("are no editions of one version, of other sizes, or of other makers", () => {
    expect(orderOf(["o/gpt-4o-2024-05-13", 0], ["o/gpt-4o-2024-08-06", 1])).toEqual([]);
    expect(orderOf(["a/qwen3-8b", 0], ["a/qwen3.5-9b", 1])).toEqual([]);
    expect(orderOf(["g/gemma-3n-e4b-it", 0], ["g/gemma-3n-e2b-it", 1])).toEqual([]);
    expect(orderOf(["a/glm-5", 0], ["z/glm-5.1", 1])).toEqual([]);
  });

  it("are no aliases that move, nor what came out on one day", () => {
    expect(orderOf(["a/opus-4", 0], ["a/opus-latest", 1])).toEqual([]);
    expect(orderOf(["a/opus-4", 0], ["a/opus-4.1", 0])).toEqual([]);
  });
});

describe("measured neighbours", () => {
  it("are pairs of one maker", () => {
    const models = rows(["o/a", 0], ["o/b", 0], ["x/c", 0]);
    const pairs = [
      { better: 0, worse: 1, use: "general" },
      { better: 0, worse: 2, use: "general" },
    ];
    expect(neighboursOf({ grounds: { models } }, pairs)).toEqual([
      { better: 0, worse: 1, kind: "measured" },
    ]);
  });
});
