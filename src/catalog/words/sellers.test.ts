import { expect, it } from "vitest";
import { oneModel } from "../../testing/one-model.ts";
import { bitOf } from "./marks.ts";
import { mostSellers, sellersAmong } from "./sellers.ts";

const priced = (
  ref: string,
  cost: Record<string, number> | undefined,
  { marks = 0, status }: { marks?: number; status?: string } = {},
) => ({ model: oneModel(ref, { cost, ...(status === undefined ? {} : { status }) }), marks });

it("has the cheapest of whoever sells a model first, free ones behind them and unknown last", () => {
  const rows = [
    priced("a/m", undefined),
    priced("b/m", { input: 0, output: 0 }),
    priced("c/m", { input: 3, output: 9 }),
    priced("d/m", { input: 1, output: 2 }),
    priced("e/m", { input: 1 }),
    priced("f/m", { input: 2, output: 1 }),
  ];
  const { count, cheapest } = sellersAmong(rows);
  expect(count).toBe(6);
  expect(cheapest.map(({ ref }) => ref)).toEqual(["d/m", "f/m", "c/m", "b/m", "e/m", "a/m"]);
  expect(cheapest[0]).toEqual({ ref: "d/m", input: 1, output: 2, context: 128_000 });
});

it("has one more than are shown, since one of them is the row itself", () => {
  const rows = Array.from({ length: 30 }, (_, at) =>
    priced(`p${at}/m`, { input: at + 1, output: 1 }),
  );
  expect(sellersAmong(rows)).toMatchObject({ count: 30 });
  expect(sellersAmong(rows).cheapest).toHaveLength(mostSellers + 1);
});

it("counts no deprecated one, and has those behind the others that do not stand for the model", () => {
  const rows = [
    priced("a/m", { input: 1, output: 1 }, { marks: bitOf("discounted") }),
    priced("b/m", { input: 2, output: 2 }),
    priced("c/m", { input: 0.5, output: 1 }, { status: "deprecated" }),
    priced("d/m", undefined),
  ];
  const unsettled = priced("e/m", { input: 9, output: 9 }, { marks: bitOf("unsettled") });
  const planned = priced("f/m", { input: 0, output: 0 }, { marks: bitOf("plan") });
  const all = sellersAmong([planned, ...rows, unsettled]).cheapest.map(({ ref }) => ref);
  expect(all).toEqual(["b/m", "d/m", "e/m", "a/m", "f/m"]);
  const { count, cheapest } = sellersAmong(rows);
  expect(count).toBe(3);
  expect(cheapest.map(({ ref }) => ref)).toEqual(["b/m", "d/m", "a/m"]);
});
