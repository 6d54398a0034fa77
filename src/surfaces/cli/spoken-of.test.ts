import { describe, expect, it } from "vitest";
import { capabilities } from "../../catalog/words/capability.ts";
import { filterFields, filterNames } from "../../catalog/query/filter-fields.ts";
import { listSorts } from "../../catalog/query/sort.ts";
import { oneModel } from "../../testing/one-model.ts";
import { plainStyle } from "../../testing/plain-style.ts";
import { askedAbout } from "./asked-about.ts";
import { offerColumns } from "./offers-output.ts";
import { listedColumns } from "./render/listed-columns.ts";

const usage = { input: 1000, output: 100 };
/** The columns that stay however narrow a terminal is. */
const staying = (options: Record<string, unknown>, costs?: typeof usage): string[] =>
  listedColumns(plainStyle, costs === undefined ? {} : { usage: costs }, askedAbout(options))
    .filter(({ importance }) => importance === undefined)
    .map(({ title }) => title);

describe("the columns that never go from a list", () => {
  it("are the ref and the price, and what a usage costs", () => {
    expect(staying({})).toEqual(["model", "$/M in"]);
    expect(staying({}, usage)).toEqual(["model", "per request", "$/M in"]);
  });

  it.each([
    [{ sort: "output-price" }, "$/M out"],
    [{ sort: "context" }, "context"],
    [{ sort: "makers" }, "released"],
    [{ minOutput: 1000 }, "output"],
    [{ releasedAfter: "2026-01" }, "released"],
    [{ status: ["beta"] }, "status"],
    [{ capability: ["vision"] }, "capabilities"],
    [{ without: ["tool_call"] }, "capabilities"],
    [{ free: true }, "$/M out"],
  ])("are those of %j besides", (options, title) => {
    expect(staying(options)).toContain(title);
  });

  it.each([
    [{ sort: "name" }, "name"],
    [{ sort: "knowledge" }, "knowledge"],
    [{ knowledgeAfter: "2025" }, "knowledge"],
    [{ family: ["gpt"] }, "family"],
    [{ inputModality: ["image"] }, "modalities.input"],
    [{ outputModality: ["image"] }, "modalities.output"],
    [{ openWeights: true }, "openWeights"],
  ])("are added where none shows what %j is about", (options, title) => {
    expect(staying({})).not.toContain(title);
    expect(staying(options)).toContain(title);
  });

  it("are not those of a filter that no field is named after", () => {
    const options = { provider: ["openai"], notProvider: ["xai"], configured: true, sort: "ref" };
    expect(staying({ ...options, includeUnpriced: true })).toEqual(staying({}));
  });

  it("speak of every order and of every filter that goes by a value, in each list", () => {
    const given = (name: string): unknown =>
      /^(capability|without)$/.test(name) ? ["tools"] : [0];
    const questions = [
      ...listSorts.filter((sort) => sort !== "ref").map((sort) => ({ sort })),
      ...filterNames
        .filter((name) => filterFields[name].goesBy !== undefined && name !== "kind")
        .map((name) => ({ [name]: given(name) })),
    ];
    for (const question of questions) {
      const about = askedAbout(question);
      for (const columns of [
        listedColumns(plainStyle, {}, about),
        listedColumns(plainStyle, { usage }, about),
        offerColumns(plainStyle, about),
      ]) {
        const shown = columns.filter(({ importance }) => importance === undefined);
        const fields = shown.flatMap(({ shows = [] }) => shows);
        const isSpokenOf = about.some((values) =>
          values.some((one) =>
            fields.some(
              (field) => `${one}.`.startsWith(`${field}.`) || field.startsWith(`${one}.`),
            ),
          ),
        );
        expect([question, isSpokenOf]).toEqual([question, true]);
      }
    }
  });
});

describe("a cell of capabilities", () => {
  const cell = (options: Record<string, unknown>): string => {
    const column = listedColumns(plainStyle, {}, askedAbout(options)).find(
      ({ title }) => title === "capabilities",
    );
    const model = {
      ...oneModel("a/b"),
      capabilities: [...capabilities],
      kind: "chat" as const,
      quality: null,
    };
    return column?.value(model) ?? "";
  };

  it("begins with those that were asked for, by whatever name", () => {
    expect(cell({})).toMatch(/^reasoning tools /);
    expect(cell({ capability: ["image"] })).toMatch(/^vision reasoning tools /);
    expect(cell({ capability: ["function_calling"], without: ["pdf"] })).toMatch(
      /^tools pdf reasoning /,
    );
  });
});

describe("a number that is rounded", () => {
  it("is exact where two look the same in a column that the question is about, and only there", () => {
    const amounts = (options: Record<string, unknown>) =>
      listedColumns(plainStyle, {}, askedAbout(options))
        .filter(({ amount }) => amount)
        .map(({ title }) => title);
    expect(amounts({})).toEqual([]);
    expect(amounts({ sort: "context" })).toEqual(["context"]);
    expect(amounts({ minOutput: 1 })).toEqual(["output"]);
  });
});
