import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand } from "../cli/command.ts";
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
  const gpt = { ...wireModel("gpt-5"), name: "GPT-5", cost: { input: 1.25, output: 10 } };
  const azure = wireProvider("azure", [gpt], {
    npm: "@ai-sdk/azure",
    api: undefined,
    env: ["AZURE_RESOURCE_NAME", "AZURE_API_KEY"],
  });
  const openai = wireProvider("openai", [gpt], { npm: "@ai-sdk/openai", api: undefined });
  writeFileSync(source, JSON.stringify(wireCatalog(azure, openai)));
});

function commandWith(environment: Record<string, string> = {}) {
  const command = createCommand({ MODELFORGE_URL: source, ...environment });
  const file = join(command.home, ".config/model-forge/config.json");
  const said = (): Said => JSON.parse(readFileSync(file, "utf8")) as Said;
  return { command, file, said };
}

interface Said {
  current?: string;
  aliases?: unknown;
  providers?: Record<string, { values?: unknown; models?: unknown; enabled?: boolean }>;
}

interface Added {
  changes: unknown[];
  notes: string[];
  added: { ref: string; price: { input: number }; configured: boolean; template: Template };
}

interface Template {
  baseUrl: string;
  url: string | null;
  missing: string[];
  values: { name: string; value: string | null }[];
}

const add = ["config", "add"];
const resource = "AZURE_RESOURCE_NAME=mine";

describe("config add", () => {
  it("writes the name of the model and nothing that the catalog has, and says what that fills in", () => {
    const { command, said } = commandWith();
    const ran = command.run([...add, "openai/gpt-5", "--use", "--alias", "fast", "--json"]);
    const { added, notes } = answerOf<Added>(ran).result;
    expect(said()).toMatchObject({
      current: "openai/gpt-5",
      aliases: { fast: { model: "openai/gpt-5" } },
      providers: { openai: { models: { "gpt-5": { name: "GPT-5" } } } },
    });
    expect(JSON.stringify(said())).not.toContain("1.25");
    expect(added).toMatchObject({ ref: "openai/gpt-5", price: { input: 1.25 }, configured: false });
    expect(added.template).toMatchObject({ url: "https://api.openai.com/v1", missing: [] });
    expect(notes).toEqual([
      "no credential for openai is at hand: modelforge auth login openai, or set OPENAI_API_KEY",
    ]);
  });

  it("keeps what an address needs, given on the line, and takes it from the environment, too", () => {
    const { command, said } = commandWith();
    const words = [...add, "--provider", "azure", "--model", "gpt-5", "--json"];
    const failed = command.run(words);
    expect([failed.code, errorOf(failed).details]).toEqual([
      2,
      { provider: "azure", missing: ["AZURE_RESOURCE_NAME"] },
    ]);
    expect(errorOf(failed).hint).toContain("--value AZURE_RESOURCE_NAME=<value>");
    const { result } = answerOf<Added>(command.run([...words, "--value", resource]));
    expect(result.added.template.url).toBe("https://mine.openai.azure.com/openai/v1");
    expect(said().providers?.azure).toEqual({
      values: { AZURE_RESOURCE_NAME: "mine" },
      models: { "gpt-5": { name: "GPT-5" } },
    });
    const other = commandWith({ AZURE_RESOURCE_NAME: "theirs" });
    expect(other.command.run(words).code).toBe(0);
    expect(other.said().providers?.azure?.values).toBeUndefined();
  });

  it.each([
    ["a/b", "is no single part"],
    ["evil.example#", "is no single part"],
    [`sk-ant-${"a1b2".repeat(6)}`, "looks like a key"],
  ])("puts %s into no address", (value, why) => {
    const { command, file } = commandWith();
    const ran = command.run([...add, "azure/gpt-5", "--value", `AZURE_RESOURCE_NAME=${value}`]);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(why);
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it.each([
    [["--value", "AZURE_RESOURCE_NAME"], "no variable and its value"],
    [["--value", "AZURE_API_KEY=whatever"], "has no AZURE_API_KEY in it"],
    [["--value", resource, "--project"], "is not for a project to say"],
    [["--alias", "Fast!", "--value", resource], "is no name for an alias"],
  ])("refuses %s", (words, why) => {
    const { command } = commandWith();
    mkdirSync(join(command.home, "p"));
    const ran = command.run([...add, "azure/gpt-5", ...words, "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([2, expect.stringContaining(why)]);
  });

  it("takes what the catalog lacks only where it is told to, and knows it from then on", () => {
    const { command, said } = commandWith();
    const lacking = command.run([...add, "openai/mine", "--json"]);
    expect([lacking.code, errorOf(lacking).hint]).toEqual([
      3,
      expect.stringContaining("--unlisted takes openai/mine all the same"),
    ]);
    expect(command.run([...add, "mine", "--unlisted", "--json"]).stderr).toContain(
      "whose is mine?",
    );
    expect(command.run([...add, "openai/mine", "--unlisted", "--use"]).code).toBe(0);
    expect(said().providers?.openai?.models).toEqual({ mine: { name: "mine" } });
    expect(command.run(["config", "alias", "own", "openai/mine"]).code).toBe(0);
    expect(command.run(["config", "use", "own"]).code).toBe(0);
    expect(command.run(["config", "get", "current", "--resolved"]).stdout).toBe("openai/mine\n");
    command.run(["auth", "login", "openai", "--from-env", "MINE", "--yes"], {
      MINE: "correct-horse",
    });
    const validated = command.run(["config", "validate", "--json"]);
    expect(answerOf<unknown[]>(validated).result).toEqual([]);
  });

  it("with --dry-run shows every line and writes nothing", () => {
    const { command, file } = commandWith();
    const { stdout } = command.run([...add, "openai/gpt-5", "--dry-run"]);
    expect(stdout).toContain('+        "gpt-5": {');
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it("asks on a terminal for what an address needs", async () => {
    const { command, said } = commandWith();
    const screen = new Screen([...add, "azure/gpt-5"], { environment: command.env });
    open.push(() => screen.close());
    await screen.shows("AZURE_RESOURCE_NAME:");
    screen.type("mine\r");
    expect(await screen.ended()).toBe(0);
    expect(said().providers?.azure?.values).toEqual({ AZURE_RESOURCE_NAME: "mine" });
  });
});

describe("config add of what cannot be", () => {
  it.each([
    [["openai/gpt-5", "--deployment", " "], "the name of a deployment is empty"],
    [["openai/gpt-5", "--model", "gpt-5"], "two models are named"],
  ])("says so: %s", (words, why) => {
    const { command } = commandWith();
    const ran = command.run([...add, ...words, "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([2, expect.stringContaining(why)]);
  });

  it("counts a value that is given as said, where a credential is at hand", () => {
    const { command } = commandWith({ AZURE_API_KEY: "correct-horse" });
    const ran = command.run([...add, "azure/gpt-5", "--value", resource, "--json"]);
    expect(answerOf<Added>(ran).result).toMatchObject({ notes: [], added: { configured: true } });
    const status = command.run(["auth", "status", "azure", "--json"]);
    const [row] = answerOf<{ host: string; missing: string[] }[]>(status).result;
    expect(row).toMatchObject({ host: "mine.openai.azure.com", missing: [] });
  });
});

describe("config remove", () => {
  const added = (): ReturnType<typeof commandWith> & { command: Command } => {
    const all = commandWith();
    expect(all.command.run([...add, "openai/gpt-5", "--use", "--alias", "fast"]).code).toBe(0);
    return all;
  };

  it("takes out what was added, and says what still names it", () => {
    const { command, file, said } = added();
    const ran = command.run(["config", "remove", "openai/gpt-5"]);
    expect(ran).toEqual({
      code: 0,
      stdout: `changed ${file}\n`,
      stderr: `note: aliases.fast.model still names it, in ${file}\nnote: current still names it, in ${file}\n`,
    });
    expect(said().providers).toBeUndefined();
    expect(command.run(["config", "rollback"]).code).toBe(0);
    expect(said().providers?.openai?.models).toEqual({ "gpt-5": { name: "GPT-5" } });
  });

  it("takes an alias for the model it stands for", () => {
    const { command, said } = added();
    expect(command.run(["config", "remove", "fast"]).code).toBe(0);
    expect(said().providers).toBeUndefined();
  });

  it("names the nearest of what was added", () => {
    const ran = added().command.run(["config", "remove", "openai/gpt-4", "--json"]);
    expect([ran.code, errorOf(ran).hint]).toEqual([3, "did you mean openai/gpt-5?"]);
  });
});

describe("what a configuration says of providers", () => {
  it("is part of their templates, after what is given and what the environment says", () => {
    const { command } = commandWith();
    command.run(["config", "set", "providers.azure.values.AZURE_RESOURCE_NAME", "kept"]);
    const template = (words: string[], more = {}): Template =>
      answerOf<{ template: Template }>(
        command.run(["providers", "info", "azure", "--json", ...words], more),
      ).result.template;
    expect(template([]).values).toEqual([{ name: "AZURE_RESOURCE_NAME", value: "kept" }]);
    expect(template([], { AZURE_RESOURCE_NAME: "set" }).url).toContain("//set.openai.azure.com/");
    expect(template(["--value", resource]).url).toContain("//mine.openai.azure.com/");
    command.run(["config", "set", "providers.azure.baseUrl", "https://llm.example.com/v1"]);
    expect(template([]).url).toBe("https://llm.example.com/v1");
  });

  it("shows a template for people", () => {
    const { command } = commandWith();
    const shown = command.run(["providers", "info", "azure", "--template"]).stdout;
    expect(shown).toBe(
      [
        "azure  azure",
        "  package              @ai-sdk/azure",
        "  base URL             https://${AZURE_RESOURCE_NAME}.openai.azure.com/openai/v1",
        "  filled               –",
        "  AZURE_RESOURCE_NAME  –",
        "  why not              AZURE_RESOURCE_NAME missing",
        "  credential           none found",
        "  variables            AZURE_API_KEY",
        "",
      ].join("\n"),
    );
  });

  it("makes one configured that lacks nothing else, and one that is switched off none", () => {
    const { command } = commandWith({ AZURE_API_KEY: "correct-horse", OPENAI_API_KEY: "battery" });
    const configured = (): string[] =>
      answerOf<{ id: string }[]>(
        command.run(["providers", "list", "--configured", "--json"]),
      ).result.map(({ id }) => id);
    expect(configured()).toEqual(["openai"]);
    command.run(["config", "set", "providers.azure.values.AZURE_RESOURCE_NAME", "mine"]);
    expect(configured()).toEqual(["azure", "openai"]);
    command.run(["config", "set", "providers.openai.enabled", "false"]);
    expect(configured()).toEqual(["azure"]);
    const { result } = answerOf<{ provider: string }[]>(
      command.run(["list", "--configured", "--json"]),
    );
    expect(result.map(({ provider }) => provider)).toEqual(["azure"]);
  });

  it("is believed of a project only where it can do no harm", () => {
    const { command } = commandWith({ OPENAI_API_KEY: "battery" });
    const project = join(command.home, "p");
    mkdirSync(join(project, ".git"), { recursive: true });
    mkdirSync(join(project, ".model-forge"));
    const openai = { enabled: true, env: ["X"], values: { A: "b" } };
    writeFileSync(
      join(project, ".model-forge/config.json"),
      JSON.stringify({ providers: { openai, azure: { enabled: false } } }, null, 1),
    );
    const ran = command.shellIn(project, "modelforge config show --json");
    const { result, warnings } = answerOf<{ providers: unknown }>(ran);
    expect(result.providers).toEqual({ azure: { enabled: false } });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        "not for a project to say: providers.openai.enabled, providers.openai.env, providers.openai.values.A",
      ),
    ]);
  });
});

describe("a setting whose name holds dots", () => {
  it.each([
    ["providers.openai.models.gpt-5.5.name", '{"openai":{"models":{"gpt-5.5":{"name":"x"}}}}'],
    ['providers.openai.models."gpt-5.5".name', '{"openai":{"models":{"gpt-5.5":{"name":"x"}}}}'],
    ["providers.wafer.ai.models.a/b.1.name", '{"wafer.ai":{"models":{"a/b.1":{"name":"x"}}}}'],
  ])("is meant as it is typed: %s", (key, value) => {
    const { command } = commandWith();
    expect(command.run(["config", "set", key, "x"]).code).toBe(0);
    expect(command.run(["config", "get", "providers"]).stdout).toBe(`${value}\n`);
    expect(command.run(["config", "get", key]).stdout).toBe("x\n");
    const above = key.replace(/\.name$/, "");
    expect(command.run(["config", "get", above]).stdout).toBe('{"name":"x"}\n');
    expect(command.run(["config", "unset", above]).code).toBe(0);
    expect(command.run(["config", "get", "providers"]).code).toBe(3);
  });
});
