import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { filterRows } from "./filter.ts";
import type { ModelFilter } from "./filter-fields.ts";
import type { Chosen } from "./rests-on.ts";
import { rowsInDoubt } from "./rows-in-doubt.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("acme", [
      wireModel("able"),
      wireModel("day", { release_date: "soon" }),
      wireModel("price", { cost: { input: "cheap", output: 1 } }),
      wireModel("status", { status: "sleeping" }),
      wireModel("sees", { modalities: { input: ["text", "eyes"], output: ["text"] } }),
      wireModel("tools", { tool_call: ["maybe"] }),
      wireModel("old-tools", { tool_call: ["maybe"], status: "deprecated" }),
    ]),
    wireProvider("other", [wireModel("tools", { tool_call: 7, limit: { context: 4_000 } })]),
  ),
);

function inDoubt(filter: ModelFilter, sort: Chosen["sort"] = "ref", among?: number[]) {
  const chosen = { filter, sort, ...(among === undefined ? {} : { among: () => among }) };
  const rows = rowsInDoubt(view, view.notUnderstood(), chosen);
  return Object.fromEntries([...rows].map(([row, values]) => [view.refs[row], values.join()]));
}

describe("rows whose place in an answer is in doubt", () => {
  it("are those whose status is not understood, where nothing else is asked", () => {
    expect(inDoubt({})).toEqual({ "acme/status": "status" });
  });

  it.each<[Chosen["sort"], Record<string, string>]>([
    ["released", { "acme/day": "releaseDate" }],
    ["makers", { "acme/day": "releaseDate" }],
    ["price", { "acme/price": "price.input" }],
    ["output-price", {}],
    ["cost", { "acme/price": "price.input" }],
  ])("are those that lack what they are sorted by: %s", (sort, expected) => {
    expect(inDoubt({}, sort)).toEqual({ "acme/status": "status", ...expected });
  });

  it("are those that lack what they are filtered by, but not what fails otherwise", () => {
    const tools = inDoubt({ capability: ["tools"], status: ["all"] });
    expect(tools).toEqual({
      "acme/status": "status",
      "acme/tools": "capabilities.tools",
      "acme/old-tools": "capabilities.tools",
      "other/tools": "capabilities.tools",
    });
    expect(inDoubt({ capability: ["tools"], minContext: 8_000 })).toEqual({
      "acme/status": "status",
      "acme/tools": "capabilities.tools",
    });
    expect(inDoubt({ capability: ["tools"], provider: ["other"] })).toEqual({
      "other/tools": "capabilities.tools",
    });
  });

  it("are those whose media may hold what makes them able", () => {
    expect(inDoubt({ capability: ["vision"], provider: ["acme"] })).toMatchObject({
      "acme/sees": "modalities.input",
    });
    expect(inDoubt({ capability: ["reasoning"] })).not.toHaveProperty("acme/sees");
  });

  it("are among those that were found", () => {
    const row = view.refs.indexOf("other/tools");
    expect(Object.keys(inDoubt({ capability: ["tools"] }, "relevance", [row]))).toEqual([
      "other/tools",
    ]);
  });

  it("are not without what nobody knows whether they have", () => {
    const refs = Array.from(filterRows(view, { without: ["tools"] }).rows, (row) => view.refs[row]);
    expect(refs).toEqual([]);
    const blind = filterRows(view, { without: ["vision"] }).rows;
    expect(Array.from(blind, (row) => view.refs[row])).not.toContain("acme/sees");
    expect(blind).toHaveLength(6);
  });
});
