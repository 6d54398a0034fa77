import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { flatten } from "../../src/operations/projection.ts";
import { createCommand } from "./command.ts";

const { run } = createCommand({ MODELFORGE_OFFLINE: "1" });
const few = ["list", "--provider", "openai", "--limit", "3", "--quiet"];

interface Listed {
  provider: string;
  price: { input: number | null } | null;
}

describe("the formats of a list", () => {
  const rows = (JSON.parse(run([...few, "--json"]).stdout) as { result: { ref: string }[] }).result;

  it("gives one JSON object a line as jsonl, equal to those of json", () => {
    const lines = run([...few, "--format", "jsonl"])
      .stdout.trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });

  it("gives the same rows as yaml", () => {
    expect(parse(run([...few, "--format", "yaml"]).stdout)).toEqual(rows);
  });

  it("gives flat fields with a header as csv and tsv", () => {
    for (const [format, separator] of [
      ["csv", ","],
      ["tsv", "\t"],
    ] as const) {
      const fields = "ref,limits.context,price.input";
      const { stdout } = run([...few, "--format", format, "--fields", fields]);
      const [header, ...lines] = stdout.trimEnd().split("\n");
      expect(header).toBe(fields.replaceAll(",", separator));
      expect(lines.map((line) => line.split(separator)[0])).toEqual(rows.map(({ ref }) => ref));
    }
  });

  it("gives a table that pastes into a pull request as md", () => {
    const { stdout } = run([...few, "--format", "md", "--fields", "ref,name"]);
    expect(stdout.split("\n")[1]).toBe("| --- | --- |");
    expect(stdout.trimEnd().split("\n")).toHaveLength(5);
  });

  it("keeps the shape of a model where fields are chosen for json", () => {
    const { stdout } = run([...few, "--json", "--fields", "ref,price.input"]);
    const [first] = (JSON.parse(stdout) as { result: Record<string, unknown>[] }).result;
    expect(Object.keys(first ?? {})).toEqual(["ref", "price"]);
  });

  it("names the nearest field where one is unknown", () => {
    const { code, stderr } = run([...few, "--fields", "price.inptu"]);
    expect(code).toBe(2);
    expect(stderr).toContain("price.input");
  });

  it("sorts both ways with unknown values last and ties by ref", () => {
    const { stdout } = run(["list", "--json", "--status", "all"]);
    const all = (JSON.parse(stdout) as { result: Listed[] }).result;
    // whoever lists no price but 0 sells a plan: none to rank by
    const selling = new Set(
      all.filter(({ price }) => price?.input).map(({ provider }) => provider),
    );
    const prices = (...args: string[]): (number | null)[] => {
      const ran = run(["list", "--json", "--sort", "price", "--include-unpriced", ...args]);
      const { result } = JSON.parse(ran.stdout) as { result: Listed[] };
      return result.map(({ provider, price }) =>
        selling.has(provider) ? (price?.input ?? null) : null,
      );
    };
    for (const [listed, sign] of [
      [prices(), 1],
      [prices("--desc"), -1],
    ] as const) {
      const known = listed.filter((price) => price !== null);
      expect(listed.slice(0, known.length)).toEqual(known);
      expect(known).toEqual([...known].sort((a, b) => sign * (a - b)));
    }
  });
});

describe("the formats of a comparison and of recommendations", () => {
  const compared = ["compare", "openai/gpt-5", "openai/gpt-4o", "--quiet"];
  const recommended = ["recommend", "coding", "--limit", "2", "--quiet"];
  const resultOf = <Result>(words: readonly string[]): Result =>
    (JSON.parse(run([...words, "--json"]).stdout) as { result: Result }).result;
  const linesOf = (words: readonly string[], format: string): string[] =>
    run([...words, "--format", format])
      .stdout.trimEnd()
      .split("\n");

  it("gives a row for each line of a comparison, with the values of JSON below the refs", () => {
    const { models, lines } = resultOf<{
      models: { ref: string }[];
      lines: { name: string; unit: string; values: unknown[] }[];
    }>(compared);
    const refs = models.map(({ ref }) => ref);
    const rows = linesOf(compared, "jsonl").map((line) => JSON.parse(line) as object);
    expect(rows).toEqual(
      lines.map(({ name, unit, values }) => ({
        name,
        unit,
        ...Object.fromEntries(refs.map((ref, at) => [ref, values[at]])),
      })),
    );
    for (const [format, separator] of [
      ["csv", ","],
      ["tsv", "\t"],
    ] as const) {
      const [header, ...cells] = linesOf(compared, format);
      expect(header).toBe(["name", "unit", ...refs].join(separator));
      expect(cells.map((line) => line.split(separator)[0])).toEqual(lines.map(({ name }) => name));
    }
  });

  it("gives a row for each recommendation, the columns named as the fields of JSON", () => {
    const { recommendations } = resultOf<{ recommendations: { model: { ref: string } }[] }>(
      recommended,
    );
    expect(recommendations).toHaveLength(2);
    const rows = linesOf(recommended, "jsonl").map((line) => JSON.parse(line) as object);
    expect(rows).toEqual(recommendations);
    const [header = "", ...others] = linesOf(recommended, "tsv");
    const fields = header.split("\t");
    for (const one of recommendations) {
      const paths = Object.keys(flatten(one));
      // what is null as a whole has no column of its own
      expect(
        paths.filter((path) => !fields.some((field) => `${field}.`.startsWith(`${path}.`))),
      ).toEqual([]);
    }
    expect(others.map((line) => line.split("\t")[0])).toEqual(
      recommendations.map(({ model }) => model.ref),
    );
    expect(linesOf(recommended, "csv")).toHaveLength(3);
    expect(linesOf(recommended, "md")).toHaveLength(4);
  });
});
