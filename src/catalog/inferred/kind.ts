import type { ModelInfo } from "../words/model.ts";

/** What a row is for. The wire has no such field: names and media tell. The position is its number in the columns. */
export const kinds = [
  "chat",
  "embedding",
  "rerank",
  "moderation",
  "image",
  "video",
  "speech",
  "transcription",
] as const;

export type Kind = (typeof kinds)[number];

const named: readonly [pattern: RegExp, kind: Kind][] = [
  [/rerank/, "rerank"],
  [/embed|\bbge-|\be5-|gte-(?:large|base|small|qwen)/, "embedding"],
  [/moderation|guard\b|-guard|shield/, "moderation"],
  [/whisper|transcri|\bstt\b|speech-to-text/, "transcription"],
  [/\btts\b|text-to-speech/, "speech"],
];

// most names tell nothing; made where it is used, for whoever only reads kinds makes none
let anyNamed: RegExp | undefined;

export function kindOf({ id, name, family, modalities }: ModelInfo): Kind {
  const text = `${id} ${name} ${family ?? ""}`.toLowerCase();
  anyNamed ??= new RegExp(named.map(([{ source }]) => source).join("|"));
  const byName = anyNamed.test(text) && named.find(([pattern]) => pattern.test(text));
  if (byName) return byName[1];
  const { input, output } = modalities;
  if (output.includes("text") || output.length === 0) {
    return input.length === 1 && input[0] === "audio" ? "transcription" : "chat";
  }
  if (output.includes("image")) return "image";
  if (output.includes("video")) return "video";
  return output.includes("audio") ? "speech" : "chat";
}
