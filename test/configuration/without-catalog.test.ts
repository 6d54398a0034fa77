import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { caches, info, mine, type Row, withSource } from "./own.ts";

const source = withSource();
const { commandWith } = source;

describe("with the catalog switched off", () => {
  const off = { MODELFORGE_FEATURE_CATALOG: "0" };

  it("list, info, search, compare, cost and providers answer from the configuration, and nobody is asked", async () => {
    const { command } = commandWith({ providers: mine, catalog: { enabled: false } });
    const before = source.standIn.requests.length;
    const listed = answerOf<Row[]>(await command.ask(["list", "--json"]));
    expect(listed.catalog).toMatchObject({ origin: "config", models: 3, providers: 2 });
    expect(listed.result.map(({ ref, origin }) => `${ref} ${origin}`).toSorted()).toEqual([
      "house/llama config",
      "openai/gpt-5 config",
      "openai/my-tune config",
    ]);
    expect(await info(command, "openai/gpt-5")).toMatchObject({
      price: { input: 0.5, output: null },
      limits: { context: null },
    });
    for (const words of [
      ["search", "llama"],
      ["compare", "house/llama", "openai/my-tune"],
      ["cost", "openai/my-tune", "--input", "1k"],
      ["providers"],
      ["config", "validate"],
      ["config", "use", "house/llama"],
    ]) {
      const ran = await command.ask(words);
      expect([words, ran.code, ran.stderr]).toEqual([words, 0, ran.stderr]);
    }
    expect(source.standIn.requests).toHaveLength(before);
    expect(caches(command)).toEqual([]);
  });

  it("the cache is not looked at: what stands there may be anything", async () => {
    const { command } = commandWith({ providers: mine });
    writeFileSync(join(command.home, "cache"), "no directory");
    const ran = await command.ask(["info", "openai/my-tune", "--json"], off);
    expect(answerOf<Row>(ran)).toMatchObject({ result: { origin: "config" }, warnings: [] });
  });

  it.each([
    ["offers", ["offers", "openai/gpt-5"], "no offers are known"],
    ["recommend", ["recommend", "coding"], "no model can be recommended"],
    ["refresh-cache", ["refresh-cache"], "nothing is fetched"],
    ["list --refresh", ["list", "--refresh"], "nothing is fetched"],
  ])("%s says what it lacks, and what switched it off", async (_, words, what) => {
    const { command } = commandWith({ providers: mine });
    const ran = await command.ask([...words, "--json"], off);
    expect(ran.code).toBe(2);
    expect(errorOf(ran)).toMatchObject({
      code: "catalog.off",
      message: `${what}: the catalog is switched off by MODELFORGE_FEATURE_CATALOG`,
      hint: "unset MODELFORGE_FEATURE_CATALOG",
    });
  });

  it("a configuration that names no model says so, and how to name one", async () => {
    const { command } = commandWith({ catalog: { enabled: false } });
    const ran = await command.ask(["list", "--json"]);
    expect([ran.code, errorOf(ran).hint]).toEqual([
      2,
      "modelforge config set catalog.enabled true, or modelforge config add <provider>/<model> --unlisted",
    ]);
    const address = ["config", "set", "providers.house.baseUrl", "http://127.0.0.1:9/v1"];
    expect((await command.ask(address)).code).toBe(0);
    const added = await command.ask(["config", "add", "house/llama", "--unlisted"]);
    expect([added.code, added.stderr]).toEqual([0, added.stderr]);
    expect((await command.ask(["list"])).stdout).toContain("house/llama");
  });

  it("a variable says that it is on, and a project may not say that it is off", async () => {
    const { command } = commandWith({ catalog: { enabled: false } });
    const on = { MODELFORGE_FEATURE_CATALOG: "1" };
    expect((await info(command, "openai/gpt-5", on)).price?.input).toBe(1.25);
    const other = commandWith({});
    const project = join(other.command.home, "work");
    mkdirSync(join(project, ".git"), { recursive: true });
    mkdirSync(join(project, ".model-forge"));
    writeFileSync(
      join(project, ".model-forge/config.json"),
      JSON.stringify({ catalog: { enabled: false } }),
    );
    expect((await other.command.ask(["refresh-cache"])).code).toBe(0);
    expect(other.command.shellIn(project, "modelforge info openai/gpt-5").code).toBe(0);
  });
});
