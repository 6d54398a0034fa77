import { describe, expect, it } from "vitest";
import type { ProviderInfo } from "../catalog/words/provider.ts";
import {
  configuredProviders,
  heldBack,
  isConfigured,
  mayHoldCredential,
  ownVariables,
  whyNotCallable,
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

const pair = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
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
    ["a bearer token and a region", bedrock, ["AWS_BEARER_TOKEN_BEDROCK", "AWS_REGION"], true],
    ["a bearer token and no region", bedrock, ["AWS_BEARER_TOKEN_BEDROCK"], false],
    ["both halves of a key", bedrock, [...pair, "AWS_REGION"], true],
    ["both halves and no region", bedrock, pair, false],
    ["one half of a key", bedrock, ["AWS_ACCESS_KEY_ID", "AWS_REGION"], false],
    // whether the file is there, what sees clouds says
    ["the name of a file and all settings", vertex, vertex.env, false],
    ["our own key, which says the project", vertex, ["MODELFORGE_GOOGLE_VERTEX_API_KEY"], true],
    ["a personal access token", provider("s", "S_ACCOUNT", "S_PAT"), ["S_ACCOUNT", "S_PAT"], true],
    ["no variable to hold", provider("ollama"), [], false],
    ["a variable that is set for other reasons", github, ["GITHUB_TOKEN"], false],
    ["our own key beside it", github, ["GITHUB_TOKEN", "MODELFORGE_GITHUB_MODELS_API_KEY"], true],
    ["our own key and no setting", azure, ["MODELFORGE_AZURE_API_KEY"], false],
    ["our own key", azure, ["MODELFORGE_AZURE_API_KEY", "AZURE_RESOURCE_NAME"], true],
    ["our own token alone", provider("wafer.ai"), ["MODELFORGE_WAFER_AI_ACCESS_TOKEN"], true],
  ])("with %s", (_, one, set, expected) => {
    expect(isConfigured(one, environment(...set))).toBe(expected);
  });
});

describe("what clouds find by themselves", () => {
  const seen = (id: string, source: string | null) => ({
    clouds: {
      chains: new Map([[id, { source, why: null, needs: [] }]]),
      values: new Map(),
      warnings: [],
    },
  });
  const having = (set: string[], more: object) => ({ ...environment(...set), ...more });

  it("counts with all settings, and is nothing where it is not found", () => {
    const profile = seen("amazon-bedrock", "aws:profile/work");
    expect(isConfigured(bedrock, having(["AWS_REGION"], profile))).toBe(true);
    expect(whyNotCallable(bedrock, having([], profile))).toMatchObject({ missing: ["AWS_REGION"] });
    expect(configuredProviders([bedrock], having(["AWS_REGION"], profile))).toEqual([bedrock.id]);
    expect(mayHoldCredential(having([], profile))).toBe(true);
    expect(isConfigured(vertex, having(vertex.env, seen(vertex.id, "gcp:adc")))).toBe(true);
    expect(isConfigured(vertex, having(vertex.env, seen(vertex.id, null)))).toBe(false);
    const off = { ...profile, isDisabled: () => true };
    expect(whyNotCallable(bedrock, having(["AWS_REGION"], off))?.why).toBe("disabled");
  });

  it("takes its settings whatever address is said, which a key does not", () => {
    const placed = { isPlaced: () => true };
    expect(isConfigured(azure, having(["AZURE_API_KEY"], placed))).toBe(true);
    expect(isConfigured(azure, having(["MODELFORGE_AZURE_API_KEY"], placed))).toBe(true);
    expect(isConfigured(bedrock, having(["AWS_BEARER_TOKEN_BEDROCK"], placed))).toBe(true);
    expect(isConfigured(bedrock, having(pair, placed))).toBe(false);
    const profile = { ...seen("amazon-bedrock", "aws:profile/work"), ...placed };
    expect(isConfigured(bedrock, having([], profile))).toBe(false);
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
    const set = environment("GOOGLE_API_KEY", "AWS_BEARER_TOKEN_BEDROCK", "AWS_REGION");
    expect(configuredProviders(all, set)).toEqual(["google", "amazon-bedrock"]);
    const own = environment("MODELFORGE_AZURE_API_KEY", "AZURE_RESOURCE_NAME");
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
