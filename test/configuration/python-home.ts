import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { createCommand } from "../cli/command.ts";

export const openaiKey = "sk-planted-openai-0001";
export const accessToken = "gho_planted0002aaaabbbbccccdddd";
export const refreshToken = "ghr_planted0003aaaabbbbccccdddd";
/** Nothing in its form tells that it is a key. */
export const plainKey = "planted4our-own-house";

/** As the Python ModelForge writes it, with two models of one name. */
export const pythonConfig = {
  providers: {
    openai: {
      llm_type: "openai_compatible",
      base_url: "https://api.openai.com/v1",
      auth_strategy: "api_key",
      models: { fast: { api_model_name: "gpt-5-mini" }, "gpt-5": {} },
      auth_data: { api_key: openaiKey },
    },
    github_copilot: {
      llm_type: "github_copilot",
      base_url: "https://api.githubcopilot.com",
      auth_strategy: "device_flow",
      auth_details: { client_id: "01ab8ac9400c4e429b23", scope: "read:user" },
      models: { fast: { api_model_name: "gpt-5" } },
      auth_data: {
        access_token: accessToken,
        token_type: "bearer",
        expires_in: 28800,
        expires_at: "2026-01-01T00:00:00+00:00",
        refresh_token: refreshToken,
      },
    },
    ollama: {
      llm_type: "ollama",
      base_url: "http://localhost:11434",
      models: { "qwen3:1.7b": {} },
    },
    house: {
      llm_type: "openai_compatible",
      base_url: "https://gateway.example/v1",
      auth_strategy: "api_key",
      models: { Best: { api_model_name: "team/best", temperature: 0.2 } },
      auth_data: { api_key: plainKey },
    },
  },
  current_model: { provider: "github_copilot", model: "fast" },
  settings: { show_telemetry: true },
};

export const asPython = (said: unknown): string => JSON.stringify(said, null, 4);

/** What all of it comes to in ours. */
export const movedConfig = {
  current: "github-copilot/gpt-5",
  aliases: {
    fast: { model: "openai/gpt-5-mini" },
    "github-copilot-fast": { model: "github-copilot/gpt-5" },
    best: { model: "house/team/best" },
  },
  providers: {
    openai: { models: { "gpt-5-mini": { name: "GPT-5 mini" }, "gpt-5": { name: "GPT-5" } } },
    "github-copilot": { models: { "gpt-5": { name: "GPT-5" } } },
    ollama: { baseUrl: "http://localhost:11434", models: { "qwen3:1.7b": { name: "qwen3:1.7b" } } },
    house: {
      baseUrl: "https://gateway.example/v1",
      models: { "team/best": { name: "team/best" } },
    },
  },
};

/** The command in a home of its own, with files in it, and a catalog. */
export function pythonHome(
  places: Readonly<Record<string, string | Uint8Array>>,
  environment: Record<string, string> = {},
) {
  const source = join(createCommand({}).home, "catalog.json");
  const gpt = { ...wireModel("gpt-5"), name: "GPT-5" };
  const mini = { ...wireModel("gpt-5-mini"), name: "GPT-5 mini" };
  const openai = wireProvider("openai", [gpt, mini], { npm: "@ai-sdk/openai", api: undefined });
  const copilot = wireProvider("github-copilot", [gpt], { api: "https://api.githubcopilot.com" });
  writeFileSync(source, JSON.stringify(wireCatalog(openai, copilot)));
  const command = createCommand({ MODELFORGE_URL: source, ...environment });
  const at = (path: string): string => join(command.home, path);
  for (const [path, content] of Object.entries(places)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  }
  const store = at(".local/share/model-forge/credentials/store.json");
  return {
    command,
    at,
    store,
    text: (path: string) => readFileSync(at(path), "utf8"),
    said: () => JSON.parse(readFileSync(at(usual), "utf8")) as Record<string, unknown>,
    kept: () => keptIn(store),
    /** Every file below the home. */
    files: () =>
      readdirSync(command.home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
  };
}

/** Where it stands, and ours. */
export const usual = ".config/model-forge/config.json";
export const copy = ".config/model-forge/config.python.json";

/** What is stored, as `provider/account secret`, an asterisk behind the one that counts. */
function keptIn(store: string): string[] {
  const { accounts } = JSON.parse(readFileSync(store, "utf8")) as {
    accounts: { provider: string; account: string; secret: string; active: boolean }[];
  };
  return accounts.map(
    (one) => `${one.provider}/${one.account}${one.active ? "*" : ""} ${one.secret}`,
  );
}
