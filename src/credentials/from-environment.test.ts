import { describe, expect, it } from "vitest";
import type { ProviderInfo } from "../catalog/words/provider.ts";
import {
  configuredProviders,
  heldBack,
  isConfigured,
  mayHoldCredential,
  ownVariables,
} from "./from-environment.ts";

const provider = (id: string, ...env: string[]): ProviderInfo => ({
  id,
  name: id,
  env,
  npm: null,
  api: null,
  doc: null,
  auth: ["api-key"],
  models: 1,
});
const environment = (...set: string[]) => ({
  get: (name: string) => (set.includes(name) ? "value" : undefined),
  home: undefined,
  names: () => set,
  currentDirectory: "/",
  platform: "linux",
});

const google = provider("google", "GOOGLE_API_KEY", "GEMINI_API_KEY");
const azure = provider("azure", "AZURE_RESOURCE_NAME", "AZURE_API_KEY");
const bedrock = provider(
  "amazon-bedrock",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_REGION",
  "AWS_BEARER_TOKEN_BEDROCK",
);
const vertex = provider(
  "google-vertex",
  "GOOGLE_VERTEX_PROJECT",
  "GOOGLE_VERTEX_LOCATION",
  "GOOGLE_APPLICATION_CREDENTIALS",
);

const github = provider("github-models", "GITHUB_TOKEN");

it("takes what is blank for not there", () => {
  const blank = { ...environment(), get: () => " \t" };
  expect(isConfigured(provider("openai", "OPENAI_API_KEY"), blank)).toBe(false);
  expect(
    isConfigured(azure, {
      ...environment("AZURE_API_KEY"),
      get: (name: string) => (name === "AZURE_API_KEY" ? "k" : " "),
    }),
  ).toBe(false);
});

describe("held back", () => {
  const copilot = provider("github-copilot", "GITHUB_TOKEN");

  it("are those whose variable is set for other reasons, by that variable", () => {
    const all = [github, azure, copilot];
    expect(heldBack(all, environment("GITHUB_TOKEN"))).toEqual(
      new Map([["GITHUB_TOKEN", ["github-models", "github-copilot"]]]),
    );
    expect(heldBack(all, environment("AZURE_API_KEY"))).toEqual(new Map());
    const own = environment("GITHUB_TOKEN", "MODELFORGE_GITHUB_MODELS_API_KEY");
    expect([...heldBack(all, own).values()]).toEqual([["github-copilot"]]);
  });
});

describe("isConfigured", () => {
  it.each<[string, ProviderInfo, string[], boolean]>([
    ["its one variable", provider("openai", "OPENAI_API_KEY"), ["OPENAI_API_KEY"], true],
    ["nothing", provider("openai", "OPENAI_API_KEY"), ["ANTHROPIC_API_KEY"], false],
    ["any of its alternative keys", google, ["GEMINI_API_KEY"], true],
    ["a key without the setting beside it", azure, ["AZURE_API_KEY"], false],
    ["a setting without the key", azure, ["AZURE_RESOURCE_NAME"], false],
    ["key and setting", azure, ["AZURE_API_KEY", "AZURE_RESOURCE_NAME"], true],
    ["a bearer token alone", bedrock, ["AWS_BEARER_TOKEN_BEDROCK"], true],
    ["both halves of a key", bedrock, ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], true],
    ["one half of a key", bedrock, ["AWS_ACCESS_KEY_ID", "AWS_REGION"], false],
    ["credentials and all settings", vertex, vertex.env, true],
    ["credentials without the settings", vertex, ["GOOGLE_APPLICATION_CREDENTIALS"], false],
    ["a personal access token", provider("s", "S_ACCOUNT", "S_PAT"), ["S_ACCOUNT", "S_PAT"], true],
    ["no variable to hold", provider("ollama"), [], false],
    ["a variable that is set for other reasons", github, ["GITHUB_TOKEN"], false],
    ["our own key beside it", github, ["GITHUB_TOKEN", "MODELFORGE_GITHUB_MODELS_API_KEY"], true],
    ["our own key alone", azure, ["MODELFORGE_AZURE_API_KEY"], true],
    ["our own token alone", provider("wafer.ai"), ["MODELFORGE_WAFER_AI_ACCESS_TOKEN"], true],
  ])("with %s", (_, one, set, expected) => {
    expect(isConfigured(one, environment(...set))).toBe(expected);
  });
});

describe("ownVariables", () => {
  it.each([
    ["openai", "MODELFORGE_OPENAI_API_KEY"],
    ["302ai", "MODELFORGE_302AI_API_KEY"],
    ["wafer.ai", "MODELFORGE_WAFER_AI_API_KEY"],
    ["amazon-bedrock", "MODELFORGE_AMAZON_BEDROCK_API_KEY"],
  ])("of %s are names a shell takes", (id, key) => {
    expect(ownVariables(id)[0]).toBe(key);
    for (const name of ownVariables(id)) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
  });
});

describe("mayHoldCredential", () => {
  it("is true of every environment in which a provider is configured", () => {
    const some = [["GEMINI_API_KEY"], ["AWS_BEARER_TOKEN_BEDROCK"], ["MODELFORGE_X_ACCESS_TOKEN"]];
    for (const set of some) expect(mayHoldCredential(environment("HOME", ...set))).toBe(true);
    expect(mayHoldCredential(environment("gemini_api_key"))).toBe(true);
    expect(mayHoldCredential(environment("HOME", "PATH", "AZURE_RESOURCE_NAME"))).toBe(false);
  });
});

describe("configuredProviders", () => {
  it("are those a credential is at hand for, in their order", () => {
    const all = [azure, google, bedrock];
    const set = environment("GOOGLE_API_KEY", "AWS_BEARER_TOKEN_BEDROCK");
    expect(configuredProviders(all, set)).toEqual(["google", "amazon-bedrock"]);
    const own = environment("MODELFORGE_AZURE_API_KEY");
    expect(configuredProviders(all, own)).toEqual(["azure"]);
  });

  it("are found under names in any case where the machine makes no difference", () => {
    const windows = {
      ...environment("google_api_key"),
      platform: "win32",
      get: (name: string) => (name.toLowerCase() === "google_api_key" ? "value" : undefined),
    };
    expect(configuredProviders([azure, google, bedrock], windows)).toEqual(["google"]);
  });
});
