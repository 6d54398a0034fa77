import { describe, expect, it } from "vitest";
import { nameOf } from "./layers.ts";
import { failureOf } from "../testing/failures.ts";
import { plainValuesOf, refuseSecretPlace, secretsAmong } from "./secret-places.ts";

const plain = "plainplain123456";
const placesIn = (said: unknown): string[] =>
  secretsAmong(plainValuesOf(said)).map(({ path }) => nameOf(path));

const ofModel = (parameters: unknown) => ({
  providers: { openai: { models: { "gpt-5": { parameters } } } },
});

describe("a key without a form", () => {
  it.each<[unknown]>([
    [{ providers: { openai: { apiKey: plain } } }],
    [{ providers: { openai: { auth_data: { api_key: plain } } } }],
    [{ providers: { openai: { headers: { Authorization: plain } } } }],
    [{ providers: { openai: { parameters: { api_key: plain } } } }],
    [{ providers: { openai: { values: { OPENAI_API_KEY: plain } } } }],
    [{ providers: { openai: { values: { API_KEY2: plain } } } }],
    [{ providers: { azure: { values: { AZURE_RESOURCE_NAME: "0123456789abcdef".repeat(2) } } } }],
    [{ current: "0123456789abcdef".repeat(2) }],
    [{ apiKey: plain }],
    [{ token: plain }],
    [ofModel({ api_keys: [plain] })],
    [ofModel({ api_key: { value: plain } })],
    [ofModel({ headers: [{ name: "Authorization", value: plain }] })],
    [ofModel({ password: 12_345_678 })],
    [ofModel({ "Authorization ": plain })],
    [ofModel({ tools: [{ type: "mcp", authorization: plain }] })],
  ])("is found by where it stands: %j", (said) => {
    expect(placesIn(said)).toHaveLength(1);
  });

  it.each<[unknown]>([
    [{ current: "openai/gpt-5", aliases: { token: { model: "openai/gpt-5" } } }],
    [{ providers: { token: { baseUrl: "https://token.example", env: ["TOKEN_API_KEY"] } } }],
    [{ providers: { openai: { models: { key: { name: "A key" } } } } }],
    [
      {
        providers: {
          cf: { values: { CLOUDFLARE_ACCOUNT_ID: "9f86d081884c7d659a2feaa0c55ad015" } },
        },
      },
    ],
    [{ providers: { v: { values: { GOOGLE_APPLICATION_CREDENTIALS: "/home/me/adc.json" } } } }],
    [{ providers: { v: { values: { KEY_VAULT_NAME: "mine", TOKEN_LIMIT: "4096" } } } }],
    [{ providers: { openai: { headers: { Authorization: "Bearer ${OPENAI_API_KEY}" } } } }],
    [ofModel({ max_tokens: 4096, max_completion_tokens: "4096", prompt_cache_key: "mine" })],
    [ofModel({ stop: ["sk-"], logit_bias: { 50256: -100 }, tokenizer: "o200k_base" })],
    [ofModel({ safety_identifier: "9f86d081884c7d659a2feaa0c55ad015" })],
    [ofModel({ tools: [{ parameters: { properties: { password: { type: "string" } } } }] })],
    [ofModel({ tools: [{ parameters: { default: { password: "none" } } }] })],
    [{ providers: { openai: { apiKey: "" } } }],
  ])("is not seen where there is none: %j", (said) => {
    expect(placesIn(said)).toEqual([]);
  });
});

describe("the client id of an application", () => {
  const path = ["providers", "github-copilot", "clientId"];

  it.each(["Ov23liAbCdEfGhIjKlMn", "Iv1.0123456789abcdef", "0123456789abcdef0123"])(
    "is no key as %s",
    (value) => {
      expect(() => refuseSecretPlace({ path, value })).not.toThrow();
    },
  );

  it("is none that is the secret of the application", () => {
    const value = "0123456789abcdef0123456789abcdef01234567";
    const { code, message } = failureOf(() => refuseSecretPlace({ path, value }));
    expect([code, message.includes(value)]).toEqual(["usage.bad-value", false]);
  });
});
