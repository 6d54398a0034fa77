import { describe, expect, it } from "vitest";
import type { DescribedModel } from "../../src/catalog/inferred/quality/describe.ts";
import { terms } from "../../src/catalog/inferred/quality/terms.ts";
import { expectationBy, fitTerms } from "./fit.ts";
import { solve } from "./linear.ts";

const model = (group: number, more: Partial<DescribedModel>): DescribedModel => ({
  group,
  key: `lab/${group}`,
  maker: "lab",
  isSoldByMaker: true,
  years: 0,
  reasons: false,
  isOpen: false,
  price: 1,
  size: null,
  context: null,
  tier: null,
  isCoder: false,
  nameOf: "model",
  sellers: 1,
  reach: 0,
  ...more,
});

describe("a fit of the terms", () => {
  const models = Array.from({ length: 12 }, (_, at) => model(at, { years: at / 12 }));
  const pairs = models.slice(1).map(({ group }) => ({ better: group, worse: group - 1 }));

  it("puts the better models above the worse", () => {
    const expectation = expectationBy(fitTerms(models, pairs));
    for (const { better, worse } of pairs) {
      const [one, other] = [models[better] as DescribedModel, models[worse] as DescribedModel];
      expect(expectation(one)).toBeGreaterThan(expectation(other));
    }
  });

  it("is in units of the spread of all models, whose mean is 0", () => {
    const figures = models.map(expectationBy(fitTerms(models, pairs)));
    const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
    const square = figures.reduce((sum, figure) => sum + figure ** 2, 0) / figures.length;
    expect(mean).toBeCloseTo(0);
    expect(square).toBeCloseTo(1);
  });

  it("leaves terms that are set as they are, and those of which no pair speaks at 0", () => {
    const { coefficients } = fitTerms(models, pairs);
    const of = (name: string) => coefficients[terms.findIndex((term) => term.name === name)];
    expect(of("tier")).toBeCloseTo(terms.find(({ name }) => name === "tier")?.coefficient ?? 0);
    expect(of("coder")).toBeCloseTo(0);
  });

  it("is of no pairs, too", () => {
    expect(fitTerms(models, []).coefficients.every(Number.isFinite)).toBe(true);
  });
});

describe("linear equations", () => {
  it("are solved also where the first number is 0", () => {
    const found = solve(
      [
        [0, 2],
        [1, 1],
      ],
      [4, 5],
    );
    expect(found).toEqual([3, 2]);
  });
});
