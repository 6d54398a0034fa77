import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";

interface Recommended {
  recommendations: { model: { ref: string } }[];
}

const priced = (id: string, input: number, more: object = {}) =>
  wireModel(id, { cost: { input, output: input * 4 }, ...more });

/** A cheap model and a dear one of a maker's whose key is at hand, and what the user's file says. */
function commandWith(user: object): { command: Command; file: string } {
  const command = createCommand({ OPENAI_API_KEY: "correct-horse" });
  const source = join(command.home, "catalog.json");
  const models = [
    priced("gpt-5", 15, { reasoning: true }),
    priced("gpt-5-mini", 2),
    priced("gpt-4", 2, { status: "deprecated" }),
  ];
  writeFileSync(
    source,
    JSON.stringify(
      wireCatalog(wireProvider("openai", models), wireProvider("mistral", [priced("m-1", 1)])),
    ),
  );
  const file = join(command.home, ".config/model-forge/config.json");
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, JSON.stringify({ catalog: { source }, ...user }));
  return { command, file };
}

describe("a budget", () => {
  it("is the ceiling of recommend and config add-auto, unless the line says one", () => {
    const { command, file } = commandWith({ settings: { budget: 3 } });
    const refs = (...more: string[]) => {
      const { result, warnings } = answerOf<Recommended>(
        command.run(["recommend", "--provider", "openai", "--json", ...more]),
      );
      const says = warnings.find(({ code }) => code === "settings.budget")?.message;
      return [result.recommendations.map(({ model }) => model.ref), says];
    };
    const says = `only models of at most 3 USD per 1M tokens in, as settings.budget in ${file} says; a price on the line goes before it`;
    expect(refs()).toEqual([["openai/gpt-5-mini"], says]);
    expect(refs("--max-price", "20")[0]).toContain("openai/gpt-5");
    expect(refs("--max-price", "20")[1]).toBeUndefined();
    const auto = ["config", "add-auto", "--yes", "--dry-run", "--json"];
    const chosen = (...more: string[]) =>
      answerOf<{ added: { ref: string } }>(command.run([...auto, ...more])).result.added.ref;
    expect([chosen(), chosen("--budget", "20")]).toEqual(["openai/gpt-5-mini", "openai/gpt-5"]);
    const none = command.run([...auto, "--provider", "openai", "--budget", "1"]);
    expect([none.code, errorOf(none).code]).toEqual([3, "model.not-found"]);
  });

  it("that leaves no model is named where none is chosen", () => {
    const { command } = commandWith({ settings: { budget: 0.5 } });
    const ran = command.run(["config", "add-auto", "--yes"]);
    expect([ran.code, ran.stdout]).toEqual([3, ""]);
    expect(ran.stderr).toContain("only models of at most 0.5 USD per 1M tokens in");
  });

  it("is said of what cost is asked about by name", () => {
    const { command } = commandWith({ settings: { budget: 3 } });
    const { stderr } = command.run(["cost", "openai/gpt-5", "openai/gpt-5-mini", "--input", "1k"]);
    expect(stderr).toMatch(/openai\/gpt-5 takes 15 USD per 1M tokens in, and settings\.budget/);
    expect(stderr).not.toMatch(/gpt-5-mini takes/);
  });
});

describe("the model in use", () => {
  const get = ["config", "get", "current", "--resolved"];

  it("is warned of once a day where a person looks, and always in a document", () => {
    const { command } = commandWith({ current: "openai/gpt-4" });
    const old = "openai/gpt-4 is deprecated";
    const first = command.run(get);
    expect([first.code, first.stdout]).toEqual([0, "openai/gpt-4\n"]);
    expect(first.stderr).toContain(old);
    expect(command.run(get).stderr).toBe("");
    for (let run = 0; run < 2; run += 1) {
      const { warnings } = answerOf(command.run([...get, "--json"]));
      expect(warnings.map(({ code }) => code)).toEqual(["config.deprecated-model"]);
    }
    // another thing is another note
    const bare = command.run(get, { OPENAI_API_KEY: "" });
    expect(bare.stderr).toContain("no credential for openai is at hand");
    expect(bare.stderr).not.toContain(old);
  });

  it("is none of a model whose neighbours alone are wrong, and never a failure", () => {
    const providers = { mistral: { models: { "m-1": { name: "M" } } } };
    const { command } = commandWith({ current: "gpt-5", providers });
    expect(command.run(get)).toMatchObject({ code: 0, stdout: "openai/gpt-5\n", stderr: "" });
    const state = join(command.home, "no-directory");
    writeFileSync(state, "");
    const told = { MODELFORGE_MODEL: "openai/gpt-4", MODELFORGE_STATE_DIR: state };
    for (let run = 0; run < 2; run += 1) {
      const { code, stderr } = command.run(get, told);
      expect([code, stderr.match(/is deprecated/g)?.length]).toEqual([0, 1]);
    }
  });
});
