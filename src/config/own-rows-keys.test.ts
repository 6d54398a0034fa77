import { describe, expect, it } from "vitest";
import type { Leaf } from "./layers.ts";
import { ownRows } from "./own-rows.ts";

const key = "Zq7Lm2Xw9Rt4Vb6Ny8Kc1Jd3";
const file = "/home/me/.config/model-forge/config.json";

function rowsOf(provider: string, id: string, baseUrl: string, name = "Mine"): unknown[] {
  const leaf = (path: string[], value: string): Leaf => ({
    path: ["providers", provider, ...path],
    value,
    scope: "user",
    file,
  });
  return ownRows([leaf(["baseUrl"], baseUrl), leaf(["models", id, "name"], name)]);
}

describe("the models of a configuration, for a catalog that is kept", () => {
  it.each([
    `sk-proj-${key}`,
    `team/sk-ant-api03-${key}`,
    "0123456789abcdef0123456789abcdef",
    `ft:gpt:gsk_${key}`,
  ])("are without one that is called as a key is, as a model or a provider: %s", (odd) => {
    expect(rowsOf("house", odd, "https://h.example/v1")).toEqual([]);
    expect(rowsOf(odd, "m", "https://h.example/v1")).toEqual([]);
  });

  it.each([
    `https://h.example/${key}/v1`,
    `https://${key}.example/v1`,
    `https://sk-proj-aaaa-bbbb-1111-2222.example/v1`,
    "https://h.example/0123456789abcdef0123456789abcdef/v1",
    `https://me:${key}@h.example/v1`,
    `https://h.example/v1?key=${key}`,
  ])("say no address that may hold a key: %s", (address) => {
    expect(rowsOf("house", "m", address)).toEqual([
      { ref: "house/m", provider: "house", id: "m", name: "Mine" },
    ]);
  });

  it.each(["sk-proj-AAAA-bbbb-1111-CCCC-2222", key, `Mine ${key}`])(
    "are called by their id where the name may be a key: %s",
    (name) => {
      expect(rowsOf("house", "m", "https://h.example/v1", name)).toEqual([
        { ref: "house/m", provider: "house", id: "m", baseUrl: "https://h.example/v1" },
      ]);
    },
  );

  it.each([
    "ft:gpt-4o-2024-08-06:acme::9abcXYZ1",
    "ft:gpt-3.5-turbo-0613:my-org:custom_suffix:7p4lURel",
    "projects/1234567890123456789/endpoints/9876543210987654321",
    "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456",
    "Qwen/Qwen3-235B-A22B-Instruct-2507-FP8",
  ])("hold what fine-tuned and own ones are called: %s", (id) => {
    expect(rowsOf("house", id, "http://127.0.0.1:8000/v1")).toHaveLength(1);
  });

  it.each([
    "https://my-resource-2.openai.azure.com/openai/v1",
    "https://api.cloudflare.com/client/v4/accounts/0123456789abcdef0123456789abcdef/ai/v1",
    "http://[::1]:11434/v1",
    "https://europe-west4-aiplatform.googleapis.com/v1beta1",
    "${VLLM_URL}/v1",
  ])("say an address as it is: %s", (baseUrl) => {
    expect(rowsOf("house", "m", baseUrl)).toEqual([
      { ref: "house/m", provider: "house", id: "m", name: "Mine", baseUrl },
    ]);
  });
});
