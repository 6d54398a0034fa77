import { describe, expect, it } from "vitest";
import { openInMemory, wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { arranged as arrangedIn, type CostOrder } from "./arranged-costs.ts";

const cheap = { ref: "b/cheap", perRequest: 1, complete: true };
const dear = { ref: "a/dear", perRequest: 2, complete: true };
const bound = { ref: "c/bound", perRequest: 0.5, complete: false };
const unknown = { ref: "d/unknown", perRequest: null, complete: false };
const rows = [cheap, dear, bound, unknown];

const sizes = { "a/dear": 4_000, "b/cheap": 9_000, "c/bound": 8_000, "d/unknown": null };
const { view } = openInMemory(
  wireCatalog(
    ...Object.entries(sizes).map(([ref, context]) => {
      const [provider = "", id = ""] = ref.split("/");
      return wireProvider(provider, [wireModel(id, { limit: { context: context ?? undefined } })]);
    }),
  ),
);
const arranged = <Row extends { ref: string }>(
  some: readonly Row[],
  order: CostOrder,
  standingOf?: (row: Row) => number,
): Row[] =>
  arrangedIn(some, order, {
    view,
    rowOf: ({ ref }) => view.refs.indexOf(ref),
    ...(standingOf === undefined ? {} : { standingOf }),
  });

describe("arranged costs", () => {
  it("keep what is not fully known last in both directions", () => {
    expect(arranged(rows, {})).toEqual(rows);
    expect(arranged(rows, { descending: true })).toEqual([dear, cheap, bound, unknown]);
  });

  it("are limited after they are turned round", () => {
    expect(arranged(rows, { descending: true, limit: 1 })).toEqual([dear]);
  });

  it("are in the order of their refs where that is asked for", () => {
    expect(arranged(rows, { sort: "ref" })).toEqual([dear, cheap, bound, unknown]);
    expect(arranged(rows, { sort: "ref", descending: true, limit: 2 })).toEqual([unknown, bound]);
  });

  it("are in every order of a list, what is not known last in both directions", () => {
    expect(arranged(rows, { sort: "context" })).toEqual([dear, bound, cheap, unknown]);
    const fromTop = arranged(rows, { sort: "context", descending: true, limit: 3 });
    expect(fromTop).toEqual([cheap, bound, dear]);
  });

  it("have last in every order but that of refs what has a higher standing", () => {
    const standing = (row: object): number => (row === cheap ? 1 : 0);
    expect(arranged(rows, { sort: "context", descending: true }, standing)).toEqual([
      bound,
      dear,
      unknown,
      cheap,
    ]);
    expect(arranged(rows, {}, standing)).toEqual([dear, bound, unknown, cheap]);
    expect(arranged(rows, { sort: "ref" }, standing)).toEqual([dear, cheap, bound, unknown]);
  });

  it("that are the same stay in their order from either end", () => {
    const same = [cheap, { ...dear, perRequest: 1 }, { ...bound, perRequest: 7, complete: true }];
    const [one, two, three] = same;
    expect(arranged(same, { descending: true })).toEqual([three, one, two]);
  });

  it("are those of offers where rows are offers", () => {
    const offers = [
      { ref: "a/a", cost: cheap },
      { ref: "b/b", cost: dear },
      { ref: "c/c", cost: null },
    ];
    const [first, second, third] = offers;
    expect(arranged(offers, { descending: true })).toEqual([second, first, third]);
  });
});
