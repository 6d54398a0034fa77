import { describe, expect, it } from "vitest";
import { type Wire, wireProvider } from "../../testing/catalog-builders.ts";
import { Notebook } from "./findings.ts";
import { parseProvider } from "./provider.ts";

const read = (id: string, fields: Wire = {}) =>
  parseProvider(id, wireProvider(id, [], fields), new Notebook());

describe("parseProvider", () => {
  it("reads how a provider is reached", () => {
    const wire = {
      id: "openai",
      name: "OpenAI ",
      env: ["OPENAI_API_KEY"],
      npm: "@ai-sdk/openai",
      doc: "https://platform.openai.com/docs/models",
      models: {},
    };
    expect(parseProvider("openai", wire, new Notebook())).toEqual({
      id: "openai",
      name: "OpenAI",
      env: ["OPENAI_API_KEY"],
      npm: "@ai-sdk/openai",
      api: null,
      doc: "https://platform.openai.com/docs/models",
      auth: ["api-key"],
      // counted while they are read
      models: 0,
    });
  });

  it("is named by its id where it says nothing", () => {
    expect(parseProvider("x", {}, new Notebook())).toEqual({
      id: "x",
      name: "x",
      env: [],
      npm: null,
      api: null,
      doc: null,
      auth: [],
      models: 0,
    });
  });

  it("reads one variable from a text", () => {
    const provider = parseProvider("x", { env: " ACME_API_KEY " }, new Notebook());
    expect([provider.env, provider.auth]).toEqual([["ACME_API_KEY"], ["api-key"]]);
  });

  it.each([[[]], [undefined], [null]])("does not say what it needs where env is %j", (env) => {
    const { auth } = parseProvider("x", { env, api: "https://x.example/v1" }, new Notebook());
    expect(auth).toEqual([]);
  });

  it("has the address of its models where they say it themselves", () => {
    const api = { chat: { base_url: "https://api.x.example/v1", path: "/chat" } };
    const models = { bare: {}, m: { api } };
    expect(parseProvider("x", { models }, new Notebook()).api).toBe("https://api.x.example/v1");
    expect(parseProvider("x", { models: { m: { api: {} } } }, new Notebook()).api).toBeNull();
  });

  it("counts values that cannot be right", () => {
    const notebook = new Notebook();
    const provider = parseProvider("x", { env: { KEY: 1 }, npm: 7, region: "eu" }, notebook);
    const { oddValues, unknownFields } = notebook.findings();
    expect(Object.keys(oddValues)).toEqual(["provider.env: not a list", "provider.npm: not text"]);
    expect(Object.keys(unknownFields)).toEqual(["provider.region"]);
    expect(provider.notUnderstood).toEqual(["env", "npm"]);
  });

  it.each([
    "http://localhost:11434/v1",
    "http://127.0.0.1:1234/v1",
    "http://[::1]:8080",
    "https://LOCALHOST/v1",
    "http://localhost",
  ])("needs no credential on this machine: %s", (api) => {
    expect(read("local", { api }).auth).toEqual(["none"]);
  });

  it.each([
    "https://localhost.example.com/v1",
    "http://127.0.0.1.example.com",
    "https://x/localhost",
  ])("does not take %s for this machine", (api) => {
    expect(read("remote", { api }).auth).toEqual(["api-key"]);
  });

  it("knows the providers one gets into in another way", () => {
    expect(read("github-copilot").auth).toEqual(["device-flow"]);
    expect(read("amazon-bedrock").auth).toEqual(["cloud-credentials", "api-key"]);
    expect(read("google-vertex").auth).toEqual(["cloud-credentials"]);
  });
});
