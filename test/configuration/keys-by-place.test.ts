import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand, type Ran } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { filesWith } from "../credentials/files-with.ts";

// nothing tells by its form that this is a key
const secret = "plainplain123456";
let source: string;

beforeAll(() => {
  source = join(createCommand({}).home, "catalog.json");
  const cloudflare = wireProvider("cloudflare-workers-ai", [wireModel("@cf/meta/llama")], {
    api: "https://api.cloudflare.com/client/v4/accounts/${CLOUDFLARE_ACCOUNT_ID}/ai/v1",
    env: ["CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_API_KEY"],
  });
  const openai = wireProvider("openai", [wireModel("gpt-5")], { npm: "@ai-sdk/openai" });
  const face = wireProvider("huggingface", [wireModel("hf_model")]);
  writeFileSync(source, JSON.stringify(wireCatalog(openai, cloudflare, face)));
});

function commandWith(said?: string, environment: Record<string, string> = {}) {
  const command = createCommand({ MODELFORGE_URL: source, ...environment });
  const file = join(command.home, ".config/model-forge/config.json");
  mkdirSync(join(file, ".."), { recursive: true });
  if (said !== undefined) writeFileSync(file, said);
  return { command, file };
}

/** What a run says, and the files below the home that hold the secret. */
function shownOrKept(command: Command, ran: Ran): { shown: boolean; kept: string[] } {
  return {
    shown: `${ran.stdout}${ran.stderr}`.includes(secret),
    kept: filesWith(command.home, secret),
  };
}

const places: [string, string][] = [
  ["a value", `{"providers": {"openai": {"values": {"OPENAI_API_KEY": "${secret}"}}}}`],
  ["a line of its own", `{"providers": {"openai": {"values": {\n"API_KEY":\n"${secret}"\n}}}}`],
  ["the key of a provider", `{"providers": {"openai": {"apiKey": "${secret}"}}}`],
  ["a header", `{"providers": {"openai": {"headers": {"Authorization": "${secret}"}}}}`],
  ["the top", `{"token": "${secret}"}`],
  [
    "a list that is sent",
    `{"providers": {"openai": {"models": {"gpt-5": {"parameters": {"api_keys": ["${secret}"]}}}}}}`,
  ],
  ["a comment", `{ // "api_key": "${secret}"\n}`],
  ["a note", `{"_comment": "api_key was ${secret}"}`],
];

describe("a key that only its place tells", () => {
  it.each(places)("is noted in no history, and shown in no difference: %s", (_, said) => {
    const { command, file } = commandWith(said);
    const used = command.run(["config", "use", "openai/gpt-5"]);
    expect([used.code, used.stderr]).toEqual([0, expect.stringContaining("cannot be taken back")]);
    expect(shownOrKept(command, used)).toEqual({ shown: false, kept: [file] });
    const dry = command.run(["config", "use", "openai/gpt-5", "--dry-run"]);
    expect(shownOrKept(command, dry).shown).toBe(false);
    const set = command.run(["config", "set", "catalog.ttl", "6h", "--dry-run", "--json"]);
    expect(shownOrKept(command, set).shown).toBe(false);
  });

  it("is gone for good once it is taken out: nothing brings it back", () => {
    const { command } = commandWith(places[0]?.[1]);
    const unset = command.run(["config", "unset", "providers.openai.values.OPENAI_API_KEY"]);
    expect(unset.code).toBe(0);
    expect(shownOrKept(command, unset)).toEqual({ shown: false, kept: [] });
    expect(command.run(["config", "rollback"]).code).toBe(3);
  });

  it.each(places)("is found by validate, with its line, and not shown: %s", (_, said) => {
    const { command, file } = commandWith(said);
    const ran = command.run(["config", "validate", "--json"]);
    const found = JSON.parse(ran.stdout) as {
      result: { code: string; file: string; line: number }[];
    };
    const secrets = found.result.filter(({ code }) => code === "config.secret");
    expect(secrets).toMatchObject([{ file, line: expect.any(Number) as number }]);
    expect([ran.code, shownOrKept(command, ran).shown]).toEqual([8, false]);
  });

  it.each(places)("is not taken from an editor, and what was written is kept: %s", (_, said) => {
    const { command, file } = commandWith("{}");
    const editor = join(command.home, "editor");
    writeFileSync(join(command.home, "said.json"), said);
    writeFileSync(editor, `#!/bin/sh\ncat "${command.home}/said.json" > "$1"\n`);
    chmodSync(editor, 0o755);
    const ran = command.run(["config", "edit"], { EDITOR: editor, VISUAL: "" });
    expect([ran.code, readFileSync(file, "utf8")]).toEqual([2, "{}"]);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(secret);
  });

  it.each([places[0], places[5]] as [string, string][])(
    "is struck out where settings are shown: %s",
    (_, said) => {
      const { command } = commandWith(said);
      for (const line of [
        ["config", "show"],
        ["config", "show", "--json", "--origin"],
        ["config", "get", "providers.openai"],
      ]) {
        const ran = command.run(line);
        expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining("…")]);
        expect(shownOrKept(command, ran).shown).toBe(false);
      }
    },
  );

  it.each([
    ["the settings", `"settings": {"api_key": "${secret}"}`],
    ["the top", `"openai_api_key": "${secret}"`],
    ["a server of tools", `"mcp": {"servers": [{"env": {"API_KEY": "${secret}"}}]}`],
    [
      "a section of another name",
      `"providers_backup": {"a": {"auth_data": {"api_key": "${secret}"}}}`,
    ],
    ["capitals", `"PROVIDERS": {"openai": {"auth_data": {"api_key": "${secret}"}}}`],
    ["names of every object", `"__proto__": {"openai": {"auth_data": {"api_key": "${secret}"}}}`],
    ["a note", `"_comment": "the api_key was ${secret}"`],
  ])("ends a migration from %s before anything is written, and is not shown", (_, member) => {
    const python = `{"providers": {"openai": {"llm_type": "openai", "auth_strategy": "api_key", "auth_data": {}, "models": {"gpt-5": {}}}}, "current_model": {"provider": "openai", "model": "gpt-5"}, ${member}}`;
    const { command, file } = commandWith(python);
    for (const how of ["--dry-run", "--yes"]) {
      const ran = command.run(["config", "migrate", how]);
      expect([ran.code, ran.stderr]).toEqual([7, expect.stringContaining("line 1")]);
      expect(shownOrKept(command, ran)).toEqual({ shown: false, kept: [file] });
    }
    expect(readFileSync(file, "utf8")).toBe(python);
  });
});

describe("what is no key", () => {
  const account = "9f86d081884c7d659a2feaa0c55ad015";

  it("is taken as an account of Cloudflare, which is nothing but hexadecimal digits", () => {
    const { command } = commandWith();
    const line = ["config", "add", "cloudflare-workers-ai/@cf/meta/llama"];
    const ran = command.run([...line, "--value", `CLOUDFLARE_ACCOUNT_ID=${account}`, "--json"]);
    const { added } = answerOf<{ added: { template: { url: string } } }>(ran).result;
    expect(added.template.url).toContain(`/accounts/${account}/ai/v1`);
    const address = `https://gateway.ai.cloudflare.com/v1/${account}/gw/openai`;
    const set = command.run(["config", "set", "providers.openai.baseUrl", address]);
    expect([set.code, set.stderr]).toEqual([0, ""]);
    const checked = command.run(["config", "validate", "--json"]);
    expect(checked.stdout).not.toContain("config.secret");
  });

  it.each([
    ["localhost", ["config", "set", "providers.house.baseUrl", "http://localhost:8000/v1"]],
    ["lm-studio", ["config", "alias", "lm-studio", "openai/gpt-5"]],
    ["openai", ["config", "add", "openai/gpt-5"]],
    ["models.dev", ["config", "set", "catalog.source", "https://models.dev"]],
  ])("is taken though a server of one's own is given it for a key: %s", (dummy, line) => {
    const { command } = commandWith(undefined, { OPENAI_API_KEY: dummy });
    const ran = command.run(line);
    expect([ran.code, ran.stderr]).toEqual([0, ran.stderr]);
  });

  it.each([
    [["config", "use", "huggingface/hf_model"]],
    [["config", "alias", "sk-small", "openai/gpt-5"]],
    [["config", "alias", "xai-fast", "openai/gpt-5"]],
    [["config", "add", "openai/gpt-5", "--deployment", "sk-prod"]],
    [["config", "set", "providers.house.baseUrl", "https://sk-gateway.example.com/v1"]],
    [["config", "set", "providers.openai.models.gpt-5.parameters", '{"stop": ["sk-"]}']],
    [
      [
        "config",
        "set",
        "providers.openai.models.gpt-5.parameters",
        '{"system": "Never print sk- keys, see https://example.com/#top", "max_tokens": 9}',
      ],
    ],
    [["config", "set", "providers.azure.values.KEY_VAULT_NAME", "mine"]],
    [["config", "set", "providers.v.values.GOOGLE_APPLICATION_CREDENTIALS", "/home/me/adc.json"]],
  ])("is taken where it only begins so: %j", (line) => {
    const { command } = commandWith();
    const ran = command.run(line);
    expect([ran.code, ran.stderr]).toEqual([0, ran.stderr]);
  });

  it("is noted where it is an account, so that it can be taken back", () => {
    const { command } = commandWith();
    for (const key of ["values.CLOUDFLARE_ACCOUNT_ID", "headers.X-Account-Id"]) {
      const ran = command.run(["config", "set", `providers.cloudflare-workers-ai.${key}`, account]);
      expect([ran.code, ran.stderr]).toEqual([0, ""]);
      expect(command.run(["config", "history"]).stdout).toContain(key);
    }
  });

  it("is shown as it is: paths, and hosts that begin so", () => {
    const { command } = commandWith();
    const at = (directory: string) =>
      command.run(["config", "path", "--json"], { MODELFORGE_CONFIG_DIR: directory }).stdout;
    for (const name of ["sk-cache", account]) expect(at(join(command.home, name))).toContain(name);
    const host = "https://sk-gateway.example.com";
    const trusted = command.run(["auth", "trust", "openai", host, "--yes"]);
    expect(`${trusted.stdout}${trusted.stderr}`).toContain(host);
  });

  it("is still refused where a key is written in the place of a value", () => {
    const { command } = commandWith();
    const set = ["config", "set", "providers.azure.values.AZURE_RESOURCE_NAME", account];
    const ran = command.run([...set, "--json"]);
    expect([ran.code, errorOf(ran).code]).toEqual([2, "usage.bad-value"]);
  });
});
