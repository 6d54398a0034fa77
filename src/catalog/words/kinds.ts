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
