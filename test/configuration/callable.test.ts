import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { createCommand, type Ran } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";

let source: string;

beforeAll(() => {
  const { home } = createCommand({});
  source = join(home, "catalog.json");
  const model = {
    ...wireModel("gpt-5"),
    tool_call: true,
    release_date: "2026-05-01",
    cost: { input: 1, output: 5 },
    limit: { context: 200_000, output: 32_000 },
  };
  const own = { npm: "@ai-sdk/azure", api: undefined };
  const providers = [
    wireProvider(
      "openai",
      [model, wireModel("gpt-4", { release_date: "2023-03-01", cost: { input: 30, output: 60 } })],
      {
        npm: "@ai-sdk/openai",
        api: undefined,
      },
    ),
    wireProvider("azure", [{ ...model, id: "o3", name: "o3" }], {
      ...own,
      env: ["AZURE_RESOURCE_NAME", "AZURE_API_KEY"],
    }),
    wireProvider("anthropic", [wireModel("claude")], { npm: "@ai-sdk/anthropic", api: undefined }),
  ];
  writeFileSync(source, JSON.stringify(wireCatalog(...providers)));
});

const openaiKey = { OPENAI_API_KEY: "correct-horse" };
const azureKey = { AZURE_API_KEY: "battery-staple" };
const resource = "AZURE_RESOURCE_NAME=mine";

function commandWith(said: unknown, environment: Record<string, string> = {}) {
  const command = createCommand({ MODELFORGE_URL: source, ...environment });
  const file = join(command.home, ".config/model-forge/config.json");
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, JSON.stringify(said));
  const current = () => (JSON.parse(readFileSync(file, "utf8")) as { current?: string }).current;
  const addAuto = (...words: string[]): Ran =>
    command.run(["config", "add-auto", "--yes", "--json", ...words]);
  return { command, file, current, addAuto };
}

const notesOf = (ran: Ran) => answerOf<{ notes: string[] }>(ran).result.notes;
const failureOf = (ran: Ran) => {
  const { code, message, hint } = errorOf(ran);
  return [ran.code, code, message, hint];
};

describe("where nobody could be called", () => {
  it("it is said who is switched off, and how to switch it on", () => {
    const off = { providers: { openai: { enabled: false } } };
    const { addAuto, command } = commandWith(off, openaiKey);
    const why = "no provider could be called now: openai is switched off in the configuration";
    const on = "modelforge config set providers.openai.enabled true";
    expect(failureOf(addAuto())).toEqual([
      4,
      "credential.missing",
      why,
      `${on}; --any chooses among all providers`,
    ]);
    expect(failureOf(addAuto("--any", "--provider", "openai")).slice(0, 4)).toEqual([
      4,
      "credential.missing",
      why,
      on,
    ]);
    const listed = answerOf<unknown[]>(command.run(["list", "--configured", "--json"]));
    expect([listed.result, listed.warnings.map(({ message }) => message)]).toEqual([[], [why]]);
  });

  it("it is said what is missing beside the key", () => {
    const { addAuto } = commandWith({}, azureKey);
    const [code, , message, hint] = failureOf(addAuto());
    expect([code, message]).toEqual([
      4,
      "no provider could be called now: azure lacks AZURE_RESOURCE_NAME",
    ]);
    expect(hint).toContain("config set providers.azure.values.AZURE_RESOURCE_NAME <value>");
  });

  it("it is said of whoever was named, though others could be called", () => {
    const { addAuto } = commandWith({}, openaiKey);
    const [code, failure, message, hint] = failureOf(addAuto("--provider", "anthropic"));
    expect([code, failure, message]).toEqual([
      4,
      "credential.missing",
      "no provider could be called now: no credential for anthropic is at hand",
    ]);
    expect(hint).toContain("modelforge auth login anthropic");
  });
});

describe("a value that is given to config add-auto", () => {
  it("counts before providers are left out", () => {
    const { addAuto, file } = commandWith({}, azureKey);
    expect(addAuto("--provider", "azure", "--value", resource).code).toBe(0);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      current: "azure/o3",
      providers: { azure: { values: { AZURE_RESOURCE_NAME: "mine" } } },
    });
  });

  it("is left out and said where another provider is chosen", () => {
    const { addAuto, file } = commandWith({}, openaiKey);
    const notes = notesOf(addAuto("--any", "--provider", "openai,azure", "--value", resource));
    const said = JSON.parse(readFileSync(file, "utf8")) as { current: string };
    if (said.current === "openai/gpt-5")
      expect(notes).toEqual(["openai/gpt-5 takes no AZURE_RESOURCE_NAME: it was not kept"]);
    else expect(said.current).toBe("azure/o3");
  });

  it.each([
    [["--value", "AZURE_RESOURCE_NAME"], /no variable and its value/],
    [["--value", "FOO=x"], /no address of azure has FOO in it/],
    [["--value", "AZURE_RESOURCE_NAME=a/b"], /AZURE_RESOURCE_NAME is no single part/],
    [[], /the address of azure is not complete: AZURE_RESOURCE_NAME missing/],
  ])("is refused as config add refuses it: %j", (words, why) => {
    const { addAuto } = commandWith({}, azureKey);
    const ran = addAuto("--any", "--provider", "azure", ...words);
    expect([ran.code, errorOf(ran).message]).toEqual([2, expect.stringMatching(why)]);
  });
});

describe("a provider whose address a configuration says", () => {
  const elsewhere = { providers: { openai: { baseUrl: "https://evil.example/v1" } } };
  const configured = ({ command }: ReturnType<typeof commandWith>) =>
    answerOf<{ id: string }[]>(
      command.run(["providers", "list", "--configured", "--json"]),
    ).result.map(({ id }) => id);

  it("could be called where its credential may go there, and only there", () => {
    const all = commandWith(elsewhere, openaiKey);
    expect(configured(all)).toEqual([]);
    const [code, , message, hint] = failureOf(all.addAuto());
    expect([code, message]).toEqual([
      4,
      "no provider could be called now: the credential of openai may not go where providers.openai.baseUrl says",
    ]);
    expect(hint).toContain("modelforge auth trust openai <address>");
    const { command } = all;
    for (const words of [["recommend", "chat"], ["list"], ["search", "gpt"]])
      expect(command.run([...words, "--configured"]).stdout).not.toContain("openai");
    expect(command.run(["auth", "trust", "openai", "https://evil.example", "--yes"]).code).toBe(0);
    expect(configured(all)).toEqual(["openai"]);
    expect(all.addAuto().code).toBe(0);
  });

  it("could be called at the address that is its own", () => {
    const said = { providers: { openai: { baseUrl: "https://api.openai.com/v2" } } };
    expect(configured(commandWith(said, openaiKey))).toEqual(["openai"]);
  });

  it("could be called with a stored credential as with one in a variable", () => {
    const all = commandWith(elsewhere);
    all.command.run(["auth", "login", "openai", "--from-env", "MINE", "--yes"], {
      MINE: "correct-horse",
    });
    expect(configured(all)).toEqual([]);
  });
});

describe("what is said of a model that is made the one in use", () => {
  const use = ["config", "add", "openai/gpt-5", "--use", "--json"];

  it("is that another layer wins, by a variable and by a project", () => {
    const { command, addAuto } = commandWith({}, openaiKey);
    const variable = { MODELFORGE_MODEL: "openai/gpt-4" };
    const stays = "MODELFORGE_MODEL is set: openai/gpt-4 stays in use until it is unset";
    expect(notesOf(command.run(use, variable))).toEqual([stays]);
    expect(notesOf(command.run(["config", "add-auto", "--yes", "--json"], variable))).toEqual([
      stays,
    ]);
    const project = join(command.home, "p");
    mkdirSync(join(project, ".git"), { recursive: true });
    mkdirSync(join(project, ".model-forge"));
    const inProject = join(project, ".model-forge/config.json");
    writeFileSync(inProject, '{"current": "openai/gpt-4"}');
    const ran = command.shellIn(project, `modelforge ${use.join(" ")}`);
    expect(notesOf(ran)).toEqual([
      `in this project openai/gpt-4 stays in use: ${inProject} says so`,
    ]);
    expect(notesOf(addAuto())).toEqual([]);
  });

  it("is that its provider is switched off, and no false word of its key", () => {
    const { command } = commandWith({ providers: { openai: { enabled: false } } }, openaiKey);
    expect(notesOf(command.run(use))).toEqual([
      "openai is switched off in the configuration: modelforge config set providers.openai.enabled true",
    ]);
  });

  it("is which model an alias stood for before", () => {
    const fast = { aliases: { fast: { model: "openai/gpt-4" } } };
    const stood = ["fast stood for openai/gpt-4 before"];
    const first = commandWith(fast, openaiKey);
    expect(notesOf(first.addAuto("--alias", "fast"))).toEqual(stood);
    expect(notesOf(first.addAuto("--alias", "fast"))).toEqual([]);
    const { command } = commandWith(fast, openaiKey);
    const words = ["config", "alias", "fast", "openai/gpt-5", "--json"];
    expect(notesOf(command.run(words))).toEqual(stood);
  });

  it("is named in the history by the command that wrote it", () => {
    const { command, addAuto } = commandWith({}, openaiKey);
    addAuto();
    const history = command.run(["config", "history", "--json"]);
    const [last] = answerOf<{ command: string }[]>(history).result;
    expect(last?.command).toBe("config add-auto");
  });

  it("is, in words, who would come next", () => {
    const { command } = commandWith({}, openaiKey);
    const { stderr } = command.run(["config", "add-auto", "--dry-run"]);
    expect(stderr).toMatch(/note: next best: openai\/gpt-4/);
  });
});

describe("providers info --value", () => {
  it("refuses what the address has no place for", () => {
    const { command } = commandWith({});
    const ran = command.run(["providers", "info", "azure", "--value", "FOO=x", "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([2, "the address of azure has no FOO in it"]);
  });
});
