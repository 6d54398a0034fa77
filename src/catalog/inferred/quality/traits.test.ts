import { describe, expect, it } from "vitest";
import { oneModel } from "../../../testing/one-model.ts";
import { priceOf } from "./typical-price.ts";
import { traitsOf } from "./traits.ts";

const priced = (provider: string, input: number, output: number) =>
  oneModel(`${provider}/m`, { cost: { input, output } });

describe("what a model costs", () => {
  it("is what its maker asks, three parts input and one part output", () => {
    const own = priced("maker", 1, 5);
    expect(priceOf([own, priced("a", 2, 6), priced("b", 2, 6)], own)).toBe(2);
  });

  it("is the middle of what all ask where the maker does not sell it", () => {
    expect(priceOf([priced("a", 1, 1), priced("b", 3, 3), priced("c", 9, 9)], undefined)).toBe(3);
  });

  it("is unknown where it is free or not listed", () => {
    expect(
      priceOf([priced("a", 0, 0), oneModel("b/m", { cost: undefined })], undefined),
    ).toBeNull();
  });

  it("is the middle where the maker's is listed in another currency", () => {
    const own = priced("maker", 8, 8);
    const others = ["a", "b", "c", "d"].map((name) => priced(name, 1, 1));
    expect(priceOf([own, ...others], own)).toBe(1);
    // two others are no proof
    expect(priceOf([own, ...others.slice(0, 2)], own)).toBe(8);
  });
});

describe("traits of a model", () => {
  const rows = [
    oneModel("maker/gpt-x", { reasoning: true, limit: { context: 400_000, output: 1 } }),
    oneModel("host/gpt-x", { limit: { context: 0, output: 1 } }),
    oneModel("other/gpt-x", { limit: { context: 8_000, output: 1 } }),
  ];

  it("are as its maker lists them", () => {
    expect(traitsOf("maker/gpt-x", rows, rows[0])).toMatchObject({
      reasons: true,
      context: 400_000,
      sellers: 3,
    });
  });

  it("are as most list them where the maker does not sell it", () => {
    expect(traitsOf("maker/gpt-x", rows, undefined)).toMatchObject({
      reasons: false,
      context: 8_000,
    });
  });

  it("are without reasoning where the name says so, whatever is listed", () => {
    const row = oneModel("maker/gpt-x-chat", { reasoning: true });
    expect(traitsOf("maker/gpt-x-chat", [row], row).reasons).toBe(false);
  });

  it("take a sentinel for an unknown context", () => {
    const row = oneModel("host/gpt-x", { limit: { context: 99_999_999, output: 1 } });
    expect(traitsOf("maker/gpt-x", [row], undefined).context).toBeNull();
  });
});
