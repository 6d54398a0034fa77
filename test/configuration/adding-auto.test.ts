import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { Screen } from "../terminal/screen.ts";

let source: string;
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

beforeAll(() => {
  const { home } = createCommand({});
  source = join(home, "catalog.json");
  const model = (id: string, input: number) => ({
    ...wireModel(id),
    tool_call: true,
    release_date: "2026-05-01",
    cost: { input, output: input * 5 },
    limit: { context: 200_000, output: 32_000 },
  });
  const azure = wireProvider("azure", [model("gpt-5", 1)], {
    npm: "@ai-sdk/azure",
    api: undefined,
    env: ["AZURE_RESOURCE_NAME", "AZURE_API_KEY"],
  });
  const openai = wireProvider("openai", [model("gpt-5", 1), model("gpt-5-pro", 15)], {
    npm: "@ai-sdk/openai",
    api: undefined,
  });
  const mistral = wireProvider("mistral", [model("mistral-large", 2)], { api: undefined });
  writeFileSync(source, JSON.stringify(wireCatalog(azure, openai, mistral)));
});

interface Added {
  plan: { ref: string; chosen: boolean; reasons: string[]; passedOver: string | null }[];
  added: { ref: string };
  changes: unknown[];
}

function commandWith(environment: Record<string, string> = {}) {
  const command = createCommand({ MODELFORGE_URL: source, ...environment });
  const file = join(command.home, ".config/model-forge/config.json");
  const said = () => JSON.parse(readFileSync(file, "utf8")) as { current?: string };
  const addAuto = (words: string[], more: Record<string, string> = {}) =>
    command.run(["config", "add-auto", "--use-case", "coding", ...words], more);
  return { command, file, said, addAuto };
}

const keys = { OPENAI_API_KEY: "correct-horse", MISTRAL_API_KEY: "battery-staple" };

describe("config add-auto", () => {
  it("takes what recommend puts first of the providers that could be called, with the reasons", () => {
    const { command, addAuto, said } = commandWith({ MISTRAL_API_KEY: "battery-staple" });
    const { result } = answerOf<Added>(addAuto(["--yes", "--json"]));
    const recommended = command.run(["recommend", "coding", "--configured", "--json"]);
    const [first] = answerOf<{ recommendations: { model: { ref: string } }[] }>(recommended).result
      .recommendations;
    expect(result.added.ref).toBe(first?.model.ref);
    expect(result.added.ref).toBe("mistral/mistral-large");
    expect(result.plan[0]).toMatchObject({ ref: "mistral/mistral-large", chosen: true });
    expect(result.plan[0]?.reasons.length).toBeGreaterThan(2);
    expect(said().current).toBe("mistral/mistral-large");
  });

  it("keeps to a budget, and says where nothing meets it", () => {
    const { addAuto, file } = commandWith(keys);
    const dry = answerOf<Added>(addAuto(["--budget", "1.5", "--dry-run", "--json"])).result;
    expect(dry.plan.map(({ ref }) => ref)).toEqual(["openai/gpt-5"]);
    const none = addAuto(["--budget", "0.01", "--yes", "--json"]);
    expect([none.code, errorOf(none).message]).toEqual([3, "no model meets all of that"]);
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it("passes over what lacks a part of its address, and says so", () => {
    const { addAuto, said } = commandWith({ AZURE_API_KEY: "correct-horse" });
    // a provider whose address lacks something could not be called
    const none = addAuto(["--yes", "--json"]);
    expect([none.code, errorOf(none).code]).toEqual([4, "credential.missing"]);
    const found = addAuto(["--any", "--provider", "azure,mistral", "--yes", "--json"]);
    const { plan, added } = answerOf<Added>(found).result;
    expect(added.ref).toBe("mistral/mistral-large");
    for (const one of plan.filter(({ ref }) => ref.startsWith("azure/")))
      if (plan.indexOf(one) < plan.findIndex(({ chosen }) => chosen))
        expect(one.passedOver).toContain("AZURE_RESOURCE_NAME");
    expect(said().current).toBe("mistral/mistral-large");
  });

  it("writes nothing where nobody can be asked and nobody said yes", () => {
    const { addAuto, file } = commandWith(keys);
    const ran = addAuto(["--json"]);
    expect([ran.code, errorOf(ran).code, errorOf(ran).hint]).toEqual([
      2,
      "usage.confirmation-needed",
      "--yes writes it; --dry-run shows what would be written",
    ]);
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it.each([
    ["\r", "openai/gpt-5"],
    ["n\r", undefined],
  ])("shows the plan on a terminal and asks: %j", async (typed, current) => {
    const { command, said } = commandWith(keys);
    const screen = new Screen(["config", "add-auto", "--use-case", "coding", "--budget", "1.5"], {
      environment: command.env,
      columns: 100,
    });
    open.push(() => screen.close());
    await screen.shows("Use openai/gpt-5? [Y/n]");
    expect(screen.lines.join("\n")).toContain("note: openai/gpt-5: ");
    screen.type(typed);
    expect(await screen.ended()).toBe(current === undefined ? 130 : 0);
    if (current === undefined) expect(said).toThrow("ENOENT");
    else expect(said().current).toBe(current);
  });
});
