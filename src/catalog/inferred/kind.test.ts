import { describe, expect, it } from "vitest";
import { oneModel } from "../../testing/one-model.ts";
import { kindOf } from "./kind.ts";

const text = { input: ["text"], output: ["text"] };
const kind = (id: string, modalities = text, name = id): string =>
  kindOf(oneModel(`seller/${id}`, { modalities, name }));

describe("kindOf", () => {
  it("takes what answers with text for a conversation", () => {
    expect(kind("gpt-5", { input: ["text", "image"], output: ["text"] })).toBe("chat");
    expect(kind("claude-opus-4-5", { input: ["text", "pdf"], output: ["text"] })).toBe("chat");
  });

  it("takes what answers with text and pictures or speech for a conversation", () => {
    expect(kind("gemini-image", { input: ["text"], output: ["text", "image"] })).toBe("chat");
    expect(kind("omni", { input: ["text", "audio"], output: ["audio", "text"] })).toBe("chat");
  });

  it("takes a row that lists no media for a conversation", () => {
    expect(kind("mystery", { input: [], output: [] })).toBe("chat");
  });

  it.each([
    ["text-embedding-3-large", "embedding"],
    ["cohere-embed-v-4-0", "embedding"],
    ["baai/bge-m3", "embedding"],
    ["intfloat/e5-mistral-7b-instruct", "embedding"],
    ["gte-large-en-v1.5", "embedding"],
    ["cohere/rerank-v4-pro", "rerank"],
    ["omni-moderation-latest", "moderation"],
    ["meta-llama/llama-guard-4-12b", "moderation"],
    ["google/shieldgemma-9b", "moderation"],
    ["openai/whisper-large-v3", "transcription"],
    ["gpt-4o-transcribe", "transcription"],
    ["xai/grok-stt", "transcription"],
  ])("knows %s, which gives text as a conversation does, for %s by its name", (id, expected) => {
    expect(kind(id)).toBe(expected);
  });

  it("puts the reranker of an embedding family with the rerankers", () => {
    expect(kind("baai/bge-reranker-v2-m3")).toBe("rerank");
  });

  it("goes by the name for people where the id says nothing", () => {
    expect(kind("model-7", text, "Nomic Embed Text")).toBe("embedding");
    expect(kind("model-8", text, "Prompt GUARD 2")).toBe("moderation");
  });

  it("does not take a word for a part of another", () => {
    expect(kind("gemini-2.5-flash-attstat")).toBe("chat");
    expect(kind("kitten-tts-nano", { input: ["text"], output: ["audio"] })).toBe("speech");
    expect(kind("guardian-7b")).toBe("chat");
  });

  it("goes by what is given where no name tells", () => {
    const from = (...output: string[]) => kind("model", { input: ["text"], output });
    expect(from("image")).toBe("image");
    expect(from("video")).toBe("video");
    expect(from("audio")).toBe("speech");
    expect(from("video", "audio")).toBe("video");
  });
});
