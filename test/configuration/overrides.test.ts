import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { info, ownCaches, type Row, withSource } from "./own.ts";

const { commandWith } = withSource();

const said = { "openai/gpt-5": { price: { input: 0.5, output: 5 }, status: "beta" } };

describe("what a configuration says in the place of a row", () => {
  it("counts everywhere alike, and is said", async () => {
    const { command } = commandWith({ catalog: { overrides: said } });
    const ask = async <Result>(...words: string[]): Promise<Result> =>
      answerOf<Result>(await command.ask([...words, "--json"])).result;
    const wanted = {
      price: { input: 0.5 },
      status: "beta",
      configured: ["status", "price.input", "price.output"],
    };
    expect(await info(command, "openai/gpt-5")).toMatchObject(wanted);
    // what was worked out before is kept, and the short way has the same
    expect(await info(command, "openai/gpt-5")).toMatchObject(wanted);
    const listed = await ask<Row[]>("list", "--provider", "openai", "--status", "beta");
    expect(listed).toMatchObject([{ ref: "openai/gpt-5", ...wanted }]);
    const [cost] = await ask<{ perRequest: number }[]>(
      "cost",
      "openai/gpt-5",
      "--input",
      "1k",
      "--output",
      "1k",
    );
    expect(cost?.perRequest).toBeCloseTo(0.0055);
    const compared = await ask<{ models: Row[] }>("compare", "openai/gpt-5", "openai/gpt-5-mini");
    expect(compared.models[0]).toMatchObject(wanted);
    const offers = JSON.stringify(await ask("offers", "gpt-5", "--provider", "openai"));
    expect(offers).toContain("0.5");
    const best = await ask<unknown>(
      "recommend",
      "coding",
      "--provider",
      "openai",
      "--max-price",
      "0.5",
      "--status",
      "beta",
    );
    expect(JSON.stringify(best)).toContain("openai/gpt-5");
    expect(ownCaches(command)).toHaveLength(1);
  });

  it("adds no row that the catalog lacks, and is none where the catalog is off", async () => {
    const none = { "openai/none": { price: { input: 1 } } };
    const { command } = commandWith({ catalog: { overrides: none } });
    expect((await command.ask(["info", "openai/none"])).code).toBe(3);
    expect(ownCaches(command)).toEqual([]);
    const off = await command.ask(["list", "--json"], { MODELFORGE_FEATURE_CATALOG: "0" });
    expect([off.code, errorOf(off).message]).toEqual([
      2,
      "your configuration names no model: the catalog is switched off by MODELFORGE_FEATURE_CATALOG",
    ]);
  });

  it("is a project's word where its file says so, and counts there alone", async () => {
    const { command } = commandWith({ catalog: { overrides: said } });
    const project = join(command.home, "work");
    mkdirSync(join(project, ".git"), { recursive: true });
    mkdirSync(join(project, ".model-forge"));
    const theirs = { "openai/gpt-5": { status: "deprecated" } };
    writeFileSync(
      join(project, ".model-forge/config.json"),
      JSON.stringify({ catalog: { overrides: theirs } }),
    );
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const ran = command.shellIn(project, "modelforge info openai/gpt-5 --json");
    const { result, warnings } = answerOf<Row>(ran);
    expect(result).toMatchObject({ status: "deprecated", price: { input: 0.5 } });
    expect(warnings.map(({ code }) => code)).toContain("config.project-models");
    expect(await info(command, "openai/gpt-5")).toMatchObject({ status: "beta" });
  });

  it("is set by its ref, of whatever spelling a key needs, and within bounds that are said", async () => {
    const { command } = commandWith({});
    const set = (key: string, value: string) =>
      command.run(["config", "set", key, value, "--json"]);
    expect(set("catalog.overrides.openai/gpt-5.5.price.input", "1").code).toBe(0);
    expect((await info(command, "openai/gpt-5.5")).configured).toEqual(["price.input"]);
    expect(errorOf(set("catalog.overrides.gpt-5.5.price.input", "1")).message).toContain(
      "gpt-5.5 is no ref",
    );
    expect(errorOf(set("catalog.overrides.openai/gpt-5.price.input", "200000")).message).toContain(
      "0, or a number from 0.000001 to 100000",
    );
    expect(errorOf(set("catalog.overrides.openai/gpt-5.status", "old")).message).toContain(
      "one of active, alpha, beta, deprecated",
    );
  });
});

describe("a value that cannot be", () => {
  it("costs itself alone, and is said with its place and what it takes", async () => {
    const models = {
      llama: {},
      bad: { price: { input: 200_000, output: 2 }, limits: { context: "x" } },
    };
    const { command } = commandWith({ providers: { house: { models } } });
    const ran = await command.ask(["list", "--provider", "house", "--json"]);
    const { result, warnings } = answerOf<Row[]>(ran);
    expect(result).toMatchObject([
      { ref: "house/bad", price: { input: null, output: 2 }, limits: { context: null } },
      { ref: "house/llama", price: null, origin: "config" },
    ]);
    const [one, other] = warnings.map(({ message }) => message);
    expect(one).toMatch(
      /config\.json:1: providers\.house\.models\.bad\.price\.input takes USD per 1,000,000 tokens: 0, or a number from 0\.000001 to 100000$/,
    );
    expect(other).toMatch(/limits\.context takes a whole number of tokens, 1 to 10000000000/);
    // what they can do nobody knows: it is not missing
    const without = await command.ask([
      "list",
      "--provider",
      "house",
      "--without",
      "tools",
      "--json",
    ]);
    expect(answerOf<Row[]>(without).result).toEqual([]);
    const shown = answerOf(await command.ask(["config", "show", "--json"])).result;
    expect(shown).toMatchObject({ providers: { house: { models: { llama: {} } } } });
  });
});
