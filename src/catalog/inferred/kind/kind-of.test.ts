import { describe, expect, it } from "vitest";
import { oneModel } from "../../../testing/one-model.ts";
import { kindOf } from "./kind-of.ts";
import { kindRules } from "./rules.ts";

const text = { input: ["text"], output: ["text"] };
const kind = (id: string, modalities = text, name = id): string =>
  kindOf(oneModel(`seller/${id}`, { modalities, name }));

describe("kindOf", () => {
  it("takes what answers with text for a conversation", () => {
    expect(kind("gpt-5", { input: ["text", "image"], output: ["text"] })).toBe("chat");
    expect(kind("claude-opus-4-5", { input: ["text", "pdf"], output: ["text"] })).toBe("chat");
  });

  it("takes what answers with text and pictures or speech for a conversation", () => {
    expect(kind("gpt-5.1", { input: ["text"], output: ["text", "image"] })).toBe("chat");
    expect(kind("omni", { input: ["text", "audio"], output: ["audio", "text"] })).toBe("chat");
    expect(kind("gpt-realtime", { input: ["text", "audio"], output: ["audio", "text"] })).toBe(
      "chat",
    );
  });

  it("takes what is named for pictures and gives some for a maker of pictures", () => {
    const both = { input: ["text", "image"], output: ["text", "image"] };
    expect(kind("gemini-3-pro-image", both)).toBe("image");
    expect(kind("nano-banana-pro", both)).toBe("image");
    expect(kind("gpt-5-image-mini", both)).toBe("image");
    // a host that forgot to list pictures
    expect(kind("gemini-2.0-flash-exp-image-generation")).toBe("image");
  });

  it("knows by what it gives, vectors or scores, what no name tells", () => {
    expect(kind("e1", { input: ["text"], output: ["embedding"] })).toBe("embedding");
    expect(kind("r1", { input: ["text"], output: ["score"] })).toBe("rerank");
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
    ["voyage-4-large", "embedding"],
    ["cohere/rerank-v4-pro", "rerank"],
    ["omni-moderation-latest", "moderation"],
    ["meta-llama/llama-guard-4-12b", "moderation"],
    ["openai/gpt-oss-safeguard-20b", "moderation"],
    ["google/shieldgemma-9b", "moderation"],
    ["openai/whisper-large-v3", "transcription"],
    ["gpt-4o-transcribe", "transcription"],
    ["xai/grok-stt", "transcription"],
    ["@cf/deepgram/nova-3", "transcription"],
    ["@cf/myshell-ai/melotts", "speech"],
    ["@cf/deepgram/aura-2-en", "speech"],
    ["qwen-mt-turbo", "other"],
    ["riva-translate-4b-instruct", "other"],
    ["rednote/dots.ocr", "other"],
    ["deepseek-ocr-2", "other"],
    ["morph-v3-fast", "other"],
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
    expect(kind("nova-3-pro")).toBe("chat");
    expect(kind("guardian-7b")).toBe("chat");
    expect(kind("imagine-7b")).toBe("chat");
  });

  it("goes by what is given where no name tells", () => {
    const from = (...output: string[]) => kind("model", { input: ["text"], output });
    expect(from("image")).toBe("image");
    expect(from("video")).toBe("video");
    expect(from("audio")).toBe("speech");
    expect(from("video", "audio")).toBe("video");
    expect(from("hologram")).toBe("other");
  });

  it("goes by what is taken where only text is given", () => {
    expect(kind("model", { input: ["audio"], output: ["text"] })).toBe("transcription");
    expect(kind("model", { input: ["video"], output: ["text"] })).toBe("other");
  });

  it("tells music from speech", () => {
    expect(kind("lyria-3", { input: ["text"], output: ["audio"] })).toBe("other");
    expect(kind("stable-audio-25", { input: ["text"], output: ["audio"] })).toBe("other");
  });

  it("takes an answer that is free and as long as a vector for an embedding", () => {
    const fields = { tool_call: false, limit: { context: 512, output: 768 } };
    expect(kindOf(oneModel("seller/m", { ...fields, cost: { input: 0.01, output: 0 } }))).toBe(
      "embedding",
    );
    expect(kindOf(oneModel("seller/m", { ...fields, cost: { input: 0.01, output: 1 } }))).toBe(
      "chat",
    );
  });

  it("believes no host that lists pictures alone for what reads books and calls tools", () => {
    const onlyPictures = { input: ["text", "pdf"], output: ["image"] };
    const fields = { modalities: onlyPictures, limit: { context: 1_050_000, output: 128_000 } };
    expect(kindOf(oneModel("poe/openai/gpt-5.4", fields))).toBe("chat");
    expect(kindOf(oneModel("poe/flux", { ...fields, tool_call: false }))).toBe("image");
  });

  it.each([
    ["moderation", "moderation"],
    ["Text-to-Speech", "speech"],
    ["image", "image"],
    ["chat", "chat"],
    ["rerank", "rerank"],
  ])("believes a source that states %s, whatever name and media say", (type, expected) => {
    const fields = { type, modalities: text };
    expect(kindOf(oneModel("seller/arbiter-2", fields))).toBe(expected);
    expect(kindOf(oneModel("seller/whisper-1", fields))).toBe(expected);
  });

  it.each(["judge", "", 7, null])("infers it where the source states %j", (type) => {
    expect(kindOf(oneModel("seller/whisper-1", { type, modalities: text }))).toBe("transcription");
  });

  it("has a reason for each rule", () => {
    expect(kindRules.filter(({ why }) => why === "")).toEqual([]);
  });
});
