import { describe, expect, it } from "vitest";
import { openInMemory, wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { failureOf } from "../testing/failures.ts";
import { checkFields, flatten, selectFields } from "./projection.ts";
import { modelFields } from "../catalog/words/model.ts";

const [priced, unpriced] = openInMemory(
  wireCatalog(
    wireProvider("p", [
      wireModel("a", { modalities: { input: ["text", "image"], output: [] } }),
      wireModel("b", { cost: undefined }),
    ]),
  ),
).models as [object, object];

describe("flatten", () => {
  it("gives paths to values, lists of words in one cell and other lists as JSON", () => {
    expect(
      flatten({
        a: 1,
        b: { c: null, d: { e: true } },
        words: ["x", "y"],
        none: [],
        rows: [{ z: 1 }],
      }),
    ).toEqual({ a: 1, "b.c": null, "b.d.e": true, words: "x y", none: "", rows: '[{"z":1}]' });
  });

  it("gives every field of a model", () => {
    expect(Object.keys(flatten(priced)).sort()).toEqual([...modelFields].sort());
    expect(flatten(priced)["modalities.input"]).toBe("text image");
    expect(flatten(unpriced).price).toBeNull();
  });
});

describe("selectFields", () => {
  it("keeps the named fields, in the order named, nested as they were", () => {
    const selected = selectFields(priced, ["price.output", "ref", "price.input", "limits"]);
    expect(JSON.stringify(selected)).toBe(
      '{"price":{"output":4,"input":1},"ref":"p/a","limits":{"context":128000,"input":null,"output":8192}}',
    );
  });

  it("keeps unknown what is unknown, of an unknown price each part", () => {
    expect(selectFields(unpriced, ["price.input", "price.output", "family"])).toEqual({
      price: null,
      family: null,
    });
  });

  it("leaves the model as it was", () => {
    const before = JSON.stringify(priced);
    selectFields(priced, ["price", "price.input", "limits.context"]);
    expect(JSON.stringify(priced)).toBe(before);
  });
});

describe("checkFields", () => {
  it("takes fields and groups of fields", () => {
    expect(() => checkFields(["ref", "price", "price.input", "limits"], modelFields)).not.toThrow();
  });

  it.each([
    ["prise", []],
    ["realeaseDate", ["releaseDate"]],
    ["pric", []],
    ["", []],
    ["price.", []],
    ["__proto__", []],
  ])("refuses %j", (field, close) => {
    const failure = failureOf(() => checkFields(["ref", field], modelFields));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.details.field).toBe(field);
    for (const one of close) expect(failure.hint).toContain(one);
  });
});
