import { describe, expect, it } from "vitest";
import { keyPatterns, looksLikeKey, ownerOfKey } from "./key-forms.ts";

const rest = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
const digits = "0123456789abcdef".repeat(2);

/** One of each form, and whose it is beyond doubt. */
const keys: [key: string, owner?: string][] = [
  [`sk-ant-api03-${rest}`, "anthropic"],
  [`sk-or-v1-${digits}`, "openrouter"],
  [`sk-proj-${rest}`, "openai"],
  [`sk-svcacct-${rest}`, "openai"],
  [`sk-${rest}`],
  ["sk-abc12345defg"],
  [`gsk_${rest}`, "groq"],
  [`AIza${rest}`, "google"],
  [`ya29.${rest}`],
  [`xai-${rest}`, "xai"],
  [`ghp_${rest}`, "github-models"],
  [`github_pat_${rest}`, "github-models"],
  [`glpat-${rest}`, "gitlab"],
  [`hf_${rest}`, "huggingface"],
  [`pplx-${rest}`, "perplexity"],
  [`nvapi-${rest}`, "nvidia"],
  [`fw_${rest}`, "fireworks-ai"],
  [`csk-${rest}`, "cerebras"],
  [`r8_${rest}`, "replicate"],
  [`tgp_v1_${rest}`, "togetherai"],
  [`vck_${rest}`, "vercel"],
  [`cpk_${rest}`, "chutes"],
  [`dapi${digits}`, "databricks"],
  [`ABSK${rest}`, "amazon-bedrock"],
  ["AKIAIOSFODNN7EXAMPLE"],
  ["ASIAIOSFODNN7EXAMPLE"],
  [`dop_v1_${digits}`, "digitalocean"],
];

const foundIn = (text: string): string[] =>
  keyPatterns.flatMap(({ pattern }) => text.match(pattern) ?? []);

describe("a key of a known form", () => {
  it.each(keys)("is known alone, in a text and in JSON, with its owner: %s", (key, owner) => {
    expect([looksLikeKey(key), ownerOfKey(key)]).toEqual([true, owner]);
    for (const text of [key, `OPENAI_API_KEY=${key}`, `{"a": "${key}"}`, `x/${key}`, `-${key},`])
      expect(foundIn(text)).toContain(key);
  });

  it.each([
    "openai/gpt-5",
    "task-2024-11-20-preview",
    "deepseek/deepseek-v3.2-exp",
    "desk-1234567890",
    "fireworks-ai",
    "dapi",
    "xai/grok-4",
    "AIzawa",
    "hf:moonshotai/Kimi-K2-Thinking",
    "akiaiosfodnn7example",
    "https://models.dev/api.json",
  ])("is not found in what is none: %s", (text) => {
    expect([looksLikeKey(text), foundIn(text)]).toEqual([false, []]);
  });
});
