import { describe, expect, it } from "vitest";
import { type Wire, wireCatalog, wireModel, wireProvider } from "../../testing/catalog-builders.ts";
import { parseCatalog } from "./catalog.ts";

const rows = 12;

/** How many rows lack which values, in a catalog whose rows are all changed so. */
function lost(change: (row: Wire, at: number) => Wire): Record<string, number> {
  const models = Array.from({ length: rows }, (_, at) => ({
    ...change(wireModel(`m${at}`), at),
    id: `m${at}`,
  }));
  return parseCatalog(wireCatalog(wireProvider("p", models))).findings.notUnderstood;
}

const renamed =
  (from: string, to: string) =>
  ({ [from]: value, ...rest }: Wire): Wire => ({ ...rest, [to]: value });

const inAll = (...values: string[]): Record<string, number> =>
  Object.fromEntries(values.map((value) => [value, rows]));

describe("a field that goes by another name in every row", () => {
  it.each([
    ["tool_call", "tools", ["capabilities.tools"]],
    ["tool_call", "toolCall", ["capabilities.tools"]],
    ["cost", "pricing", ["price"]],
    ["limit", "limits", ["limits.context", "limits.input", "limits.output"]],
    ["limit", "context_window", ["limits.context", "limits.input", "limits.output"]],
    ["modalities", "modality", ["modalities.input", "modalities.output"]],
    ["release_date", "released_at", ["releaseDate"]],
    // a word of no language we know
    ["limit", "grenzen", ["limits.context", "limits.input", "limits.output"]],
    ["reasoning", "zzz", ["capabilities.reasoning"]],
  ])("%s called %s is not understood, rather than not said", (from, to, values) => {
    expect(lost(renamed(from, to))).toEqual(inAll(...values));
  });

  it("is told by its members, too", () => {
    const media = { in: ["text"], out: ["text"] };
    expect(lost((row) => ({ ...row, modalities: media }))).toEqual(
      inAll("modalities.input", "modalities.output"),
    );
    expect(lost((row) => ({ ...row, limit: { ctx: 1000, output: 100 } }))).toEqual(
      inAll("limits.context"),
    );
  });
});

it("is nothing to say where a row has a field more, and lacks none", () => {
  expect(lost((row) => ({ ...row, x_team: "search" }))).toEqual({});
  expect(lost((row) => ({ ...row, tools: ["web"] }))).toEqual({});
  expect(lost((row) => ({ ...row, limit: { context: 1, output: 1, images: 4 } }))).toEqual({});
});

it("is nothing to say of rows that say no more than a name", () => {
  expect(lost(({ id, name }) => ({ id, name }))).toEqual({});
});

it("is all that a row says where it says nothing but what nobody knows", () => {
  const found = lost((row, at) => (at < 7 ? { foo: 1 } : row));
  expect(found).toMatchObject({ price: 7, "limits.context": 7, "capabilities.tools": 7 });
});

it("is told where most rows alone have the other name, and none has both", () => {
  const most = (from: string, to: string) => (row: Wire, at: number) =>
    at < 9 ? renamed(from, to)(row) : row;
  expect(lost(most("cost", "usd"))).toEqual({ price: 9 });
  expect(lost(most("tool_call", "can_call"))).toEqual({ "capabilities.tools": 9 });
  expect(lost(most("limit", "capacity"))).toMatchObject({ "limits.context": 9 });
  // one row says both: the other field says something else
  const both = (row: Wire, at: number): Wire =>
    at === 11 ? { ...row, usd: { input: 1 } } : most("cost", "usd")(row, at);
  expect(lost(both)).toEqual({});
});

describe("a private catalog that says less, and has a field of its own", () => {
  const without =
    (...fields: string[]) =>
    (row: Wire): Wire =>
      Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));

  it.each([
    ["cost", { owner: "search" }],
    ["open_weights", { owner: "search" }],
    ["release_date", { quantization: "fp8" }],
    ["attachment", { tags: ["a", "b"] }],
    ["attachment", { files: ["a.pdf"] }],
    ["structured_output", { json: { strict: true } }],
    ["status", { stage: "prod" }],
    ["tool_call", { tools: ["web"] }],
  ])("lacks %s, and %j stands for nothing", (field, own) => {
    expect(lost((row) => ({ ...without(field)(row), ...own }))).toEqual({});
  });

  it("may list other limits beside those we know", () => {
    expect(lost((row) => ({ ...row, limit: { context: 1000, rpm: 60 } }))).toEqual({});
    expect(lost((row) => ({ ...row, limit: { context: 1000, dimensions: 768 } }))).toEqual({});
  });

  it("may list no more than names, limits and whose they are", () => {
    const little = without("attachment", "reasoning", "tool_call", "modalities", "cost");
    expect(lost((row) => ({ ...little(row), owner: "search" }))).toEqual({});
  });
});
