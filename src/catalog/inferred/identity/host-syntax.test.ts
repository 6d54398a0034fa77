import { describe, expect, it } from "vitest";
import { readId } from "./host-syntax.ts";

describe("readId", () => {
  it("leaves out Bedrock's region and edition, and names the region", () => {
    const id = readId("us.anthropic.claude-opus-4-1-20250805-v1:0");
    expect(id.words).toEqual(["anthropic", "claude", "opus", "4.1"]);
    expect(id.stamps).toEqual(["2025-08-05"]);
    expect(id.variants).toEqual(["us"]);
    expect(id.hadHostSyntax).toBe(true);
    expect(readId("openai.gpt-oss-120b-1:0").sizes).toEqual(["120b"]);
  });

  it("does not take a name that begins like a region for one", () => {
    expect(readId("eurollm-9b").variants).toEqual([]);
    expect(readId("us-model").variants).toEqual([]);
  });

  it("reads Vertex's @ as a date or as nothing", () => {
    expect(readId("claude-opus-4@20250514").stamps).toEqual(["2025-05-14"]);
    expect(readId("claude-sonnet-5@default").words).toEqual(["claude", "sonnet", "5"]);
  });

  it("reads what follows a colon as a variant, a budget or a size", () => {
    expect(readId("qwen/qwen3-coder:free").variants).toEqual(["free"]);
    expect(readId("claude-opus-4.6:thinking:low").variants).toEqual(["thinking", "low"]);
    expect(readId("claude-opus-4:8192").variants).toEqual(["budget 8192"]);
    expect(readId("gpt-oss:120b")).toMatchObject({ sizes: ["120b"], variants: [] });
    expect(readId("qwen3-vl:235b-instruct")).toMatchObject({ sizes: ["235b"], variants: [] });
  });

  it.each([
    ["Qwen/Qwen3-32B", "qwen"],
    ["hf:Qwen/Qwen3-32B", "qwen"],
    ["~anthropic/claude-opus-latest", "anthropic"],
    ["workers-ai/@cf/meta/llama-3.2-1b-instruct", "meta"],
    ["@cf/llama", ""],
    ["accounts/fireworks/models/glm-5p1", ""],
    ["gpt-5", ""],
  ])("knows whom %s names", (id, namespace) => {
    expect(readId(id).namespace).toBe(namespace);
  });

  it("keeps marks that a model may carry in its name, and names the others as variants", () => {
    const id = readId("Llama-3.3-70B-Instruct-FP8-Turbo-TEE");
    expect(id.marks.map(({ name }) => name)).toEqual(["instruct", "turbo"]);
    expect(id.variants).toEqual(["fp8", "tee"]);
  });

  it("reads an id of nothing but marks by its first word", () => {
    expect(readId("free").words).toEqual(["free"]);
  });
});
