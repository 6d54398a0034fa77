import { ownEntry } from "./own-entry.ts";

/** What a model is for. The position of a kind is its number where kinds are kept as numbers. */
export const kinds = [
  "chat",
  "embedding",
  "rerank",
  "moderation",
  "image",
  "video",
  "speech",
  "transcription",
  // music, translation, detectors, readers of pages: no figure of a conversation says anything of them
  "other",
] as const;

export type Kind = (typeof kinds)[number];

/** What people call them besides. */
const otherWords: Readonly<Record<string, Kind>> = {
  text: "chat",
  llm: "chat",
  embeddings: "embedding",
  reranker: "rerank",
  reranking: "rerank",
  "image-generation": "image",
  "video-generation": "video",
  tts: "speech",
  "text-to-speech": "speech",
  stt: "transcription",
  asr: "transcription",
  "speech-to-text": "transcription",
};

/** Undefined where a word names no kind. */
export function findKind(word: string): Kind | undefined {
  const lower = word.trim().toLowerCase();
  return kinds.find((kind) => kind === lower) ?? ownEntry(otherWords, lower);
}
