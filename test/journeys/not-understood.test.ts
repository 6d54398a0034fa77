import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const usual = Array.from({ length: 30 }, (_, at) => wireModel(`usual-${at}`));
const document = wireCatalog(
  wireProvider("acme", [
    ...usual,
    wireModel("day", { release_date: "soon" }),
    wireModel("price", { cost: { input: 1e20, output: 2 } }),
    wireModel("tiers", { cost: { input: 5, output: 25, tiers: [{ min_context: 9, input: 10 }] } }),
    wireModel("tools", { tool_call: ["yes"] }),
    wireModel("tools-too", { tool_call: 7 }),
  ]),
  wireProvider("odd", [wireModel("m")], { env: { KEY: true } }),
);
const usage = ["--input", "1k", "--output", "1k"];
const allOf = (...said: string[]): RegExp => new RegExp(said.join(".*"));

/** A question, and what its one line about it says; undefined where it says nothing. */
const questions: [words: string[], said: RegExp | undefined][] = [
  [["info", "acme/day"], /acme\/day: releaseDate is not understood/],
  [["info", "acme/usual-1"], undefined],
  [["cost", "acme/price", ...usage], /acme\/price: price.input is not understood/],
  [["cost", "acme/tiers", ...usage], /acme\/tiers: price.tiers is not understood/],
  [["cost", "acme/day", ...usage], undefined],
  [["compare", "acme/day", "acme/usual-1"], /acme\/day: releaseDate/],
  [["compare", "acme/usual-2", "acme/usual-1"], undefined],
  [["list", "--sort", "ref", "--provider", "odd"], undefined],
  [["list", "--sort", "ref", "--fields", "ref"], undefined],
  [["list", "--sort", "released", "--fields", "ref"], /acme\/day: releaseDate/],
  [["list", "--capability", "tools", "--fields", "ref", "--sort", "ref"], /2 models .*\(2\)/],
  [["list", "--capability", "tools", "--provider", "odd"], undefined],
  [
    ["list", "--sort", "ref"],
    allOf("4 models", "tools \\(2\\)", "price.input \\(1\\)", "releaseDate"),
  ],
  [["list", "--max-cost", "1", ...usage, "--fields", "ref", "--sort", "ref"], /2 models .*price/],
  [["list", "--format", "jsonl", "--sort", "ref"], /5 models .*price.tiers \(1\)/],
  [["list", "--fields", "ref"], undefined],
  [["search", "day"], /acme\/day: releaseDate/],
  [["search", "usual"], undefined],
  [["recommend", "chat"], /3 models .*releaseDate/],
  [["recommend", "chat", "--min-context", "1"], /models .*releaseDate/],
  [["recommend", "chat", "--not-provider", "acme"], undefined],
  [["recommend", "coding", "--provider", "acme"], /5 models .*capabilities.tools \(2\)/],
  [["offers", "acme/price"], /acme\/price: price.input/],
  [["offers", "acme/usual-1"], undefined],
  [["providers", "info", "odd"], /odd has values .*: env/],
  [["providers", "list"], /odd has values .*: env/],
];

const linesOf = (stderr: string): string[] =>
  stderr.split("\n").filter((line) => line.includes("not understood"));

let standIn: StandIn;
let warm: Command;
let file: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", document);
  warm = createCommand({ MODELFORGE_URL: standIn.url });
  expect((await warm.ask(["refresh-cache"])).code).toBe(0);
  expect((await warm.ask(["info", "acme/usual-1"])).code).toBe(0);
  file = join(warm.home, "api.json");
  writeFileSync(file, JSON.stringify(document));
});

afterAll(() => standIn.stop());

describe("what was not understood is said of an answer that rests on it", () => {
  it.each(questions)("from a warm cache: %j", async (words, said) => {
    const { code, stderr } = await warm.ask(words);
    expect(code).toBe(0);
    const lines = linesOf(stderr);
    expect(lines).toHaveLength(said === undefined ? 0 : 1);
    if (said !== undefined) expect(lines[0]).toMatch(said);
  });

  it.each(questions)("by a first command, in the same words: %j", async (words) => {
    const first = createCommand({ MODELFORGE_URL: file });
    const [asked, known] = [await first.ask(words), await warm.ask(words)];
    expect(linesOf(asked.stderr)).toEqual(linesOf(known.stderr));
    expect(asked.stdout.replace(/catalog sha256:.*/, "")).toBe(
      known.stdout.replace(/catalog sha256:.*/, ""),
    );
  });

  it("is a warning for programs, and named by the model itself", async () => {
    const asked = await warm.ask(["info", "acme/day", "--json"]);
    const { result, warnings } = answerOf<{ notUnderstood: string[] }>(asked);
    expect(result.notUnderstood).toEqual(["releaseDate"]);
    expect(warnings.map(({ code }) => code)).toEqual(["catalog.not-understood"]);
  });
});

describe("a catalog that is foreign for the most part", () => {
  const from = (name: string, catalog: unknown): Command => {
    const command = createCommand({ MODELFORGE_URL: join(warm.home, `${name}.json`) });
    writeFileSync(join(warm.home, `${name}.json`), JSON.stringify(catalog));
    return command;
  };
  const rows = (fields: object) =>
    Array.from({ length: 20 }, (_, at) => wireModel(`m${at}`, { ...fields }));

  it("is said to be with every answer, the first among them, where values are", async () => {
    const mixed = [...rows({ tool_call: ["yes"] }), wireModel("usual")];
    const command = from("values", wireCatalog(wireProvider("acme", mixed)));
    for (const words of [
      ["cost", "acme/usual", ...usage],
      ["info", "acme/usual"],
      ["providers", "list"],
    ]) {
      const { code, stderr } = await command.ask(words);
      expect([code, stderr]).toEqual([0, expect.stringContaining("capabilities.tools (20)")]);
    }
    const { stderr } = await command.ask(["list", "--capability", "tools"]);
    expect(linesOf(stderr)).toHaveLength(1);
  });

  it("is refused, by the first command too, where rows are", async () => {
    const foreign = Array.from({ length: 20 }, (_, at) => ({ id: `m${at}`, size: 1, vendor: "x" }));
    const mixed = wireCatalog(wireProvider("acme", [...foreign, wireModel("usual")]));
    for (const words of [["cost", "acme/usual", ...usage], ["info", "acme/m1"], ["list"]]) {
      const { code, stderr } = await from("rows", mixed).ask(words);
      expect([code, stderr]).toEqual([6, expect.stringContaining("20 of 21 models")]);
    }
  });

  it("is named by its file, line and column where it is no JSON", async () => {
    const command = from("broken", {});
    writeFileSync(join(warm.home, "broken.json"), '{"acme":\n  {"models": NaN}}');
    const { code, stderr } = await command.ask(["list"]);
    expect(code).toBe(6);
    expect(stderr).toContain("broken.json: the catalog is no JSON: line 2, column 14");
  });

  it("is said to hold no models where it holds none", async () => {
    const command = from("none", { acme: { id: "acme", name: "Acme", models: {} } });
    for (const words of [["list"], ["recommend", "chat"], ["providers", "list"]]) {
      const { code, stdout, stderr } = await command.ask(words);
      expect([code, stderr]).toEqual([0, expect.stringContaining("the catalog holds no models")]);
      expect(stdout + stderr).not.toMatch(/loosen|all conditions/);
    }
  });

  it("is said to have lost most of its models where a file has since it was read", async () => {
    const command = from("lost", wireCatalog(wireProvider("acme", usual)));
    expect((await command.ask(["list"])).stderr).toBe("");
    from("lost", wireCatalog(wireProvider("acme", usual.slice(0, 10))));
    const { code, stderr } = await command.ask(["list"]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/10 models .* where there were 30/)]);
    expect((await command.ask(["list"])).stderr).toBe(stderr);
    await command.ask(["refresh-cache", "--accept-shrink"]);
    expect((await command.ask(["list"])).stderr).toBe("");
  });
});

describe("one absurd row in a catalog of 5,000", () => {
  it("leaves every command its answer", async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => wireModel(`m${at}`));
    const absurd = wireModel("absurd", {
      cost: { input: 1e300, output: -1, tiers: { a: 1 }, per_image: 1e300 },
      limit: { context: 1e300, output: "∞" },
      release_date: 9e15,
      status: { no: 1 },
      modalities: 7,
    });
    const file = join(warm.home, "absurd.json");
    writeFileSync(file, JSON.stringify(wireCatalog(wireProvider("acme", [...many, absurd]))));
    const command = createCommand({ MODELFORGE_URL: file });
    for (const words of [
      ["cost", "acme/absurd", "acme/m1", ...usage],
      ["list", "--limit", "3", "--sort", "price"],
      ["list", "--max-cost", "1", ...usage, "--limit", "3"],
      ["offers", "acme/absurd"],
      ["compare", "acme/absurd", "acme/m1"],
      ["recommend", "chat"],
      ["search", "absurd"],
      ["info", "acme/absurd"],
      ["providers", "info", "acme"],
    ]) {
      const { code, stderr } = await command.ask(words);
      expect([words, code, stderr]).toEqual([words, 0, expect.any(String)]);
    }
  });
});
