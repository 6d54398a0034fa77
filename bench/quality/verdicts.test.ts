import { describe, expect, it } from "vitest";
import { missedOn, missedUnseen } from "./gates.ts";
import { decided, judge, type Verdicts } from "./verdicts.ts";

const figures = (...values: number[]) => ({
  values: Float64Array.from(values),
  spreads: new Float64Array(values.length).fill(0.4),
});
const pair = (better: number, worse: number) => ({ better, worse });

describe("a verdict", () => {
  it("is right, wrong, or about equal where figures differ by less than a spread", () => {
    const verdicts = judge(figures(1, 0, 0.9), [pair(0, 1), pair(1, 0), pair(0, 2), pair(2, 0)]);
    expect(verdicts).toMatchObject({ pairs: 4, equal: 2, decidedRight: 1, decidedWrong: 1 });
    expect(verdicts.right).toBe(0.5);
    expect(decided(verdicts)).toBe(0.5);
  });

  it("goes by the larger of two spreads", () => {
    const wide = { ...figures(1, 0), spreads: Float64Array.of(0.1, 1.1) };
    expect(judge(wide, [pair(0, 1)]).equal).toBe(1);
  });

  it("takes equal figures for no order", () => {
    expect(judge(figures(1, 1), [pair(0, 1)]).right).toBe(0);
  });
});

describe("gates", () => {
  const verdicts = (right: number, wrongOf100: number): Verdicts => ({
    pairs: 100,
    right,
    equal: 0,
    decidedRight: 100 - wrongOf100,
    decidedWrong: wrongOf100,
  });
  const good = verdicts(0.96, 0);

  it("are passed by what reaches them", () => {
    expect(missedUnseen([good, good])).toEqual([]);
    expect(missedOn("today", { pairs: good, neighbours: good, contradictions: 0 })).toEqual([]);
  });

  it("are each missed by what falls short, with what was reached", () => {
    expect(missedUnseen([verdicts(0.8, 0)])).toEqual(["unseen pairs right: 0.8000, less than 0.9"]);
    const bad = { pairs: verdicts(1, 4), neighbours: verdicts(0.9, 0), contradictions: 2 };
    expect(missedOn("today", bad)).toEqual([
      "today: decided pairs right: 0.9600, less than 0.97",
      "today: neighbours right: 0.9000, less than 0.95",
      "today: 2 stand below what they dominate",
    ]);
  });
});
