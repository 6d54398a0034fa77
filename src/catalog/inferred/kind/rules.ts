import type { Kind } from "../../words/kinds.ts";
import type { Traits } from "./traits.ts";

/** Holds where the name matches, if one is given, and the rest is true of the row. */
export interface Rule {
  kind: Kind;
  /** A space stands for whatever separates words, and for the beginning and the end. */
  named?: RegExp;
  when?: (traits: Traits) => boolean;
  why: string;
}

const textOnly = ({ gives }: Traits): boolean => gives.length === 0 || gives.includes("text");
const only = (media: readonly string[], medium: string): boolean =>
  media.length === 1 && media.includes(medium);

// what the vectors of well-known embeddings hold; upstream lists it as the output limit
const dimensions = [384, 512, 768, 1024, 1536, 2048, 2560, 3072, 4096];

/** The first that holds says the kind. Names come before media, since hosts list media carelessly. */
export const kindRules: readonly Rule[] = [
  {
    kind: "embedding",
    when: ({ gives }) => only(gives, "embedding"),
    why: "a medium that nobody lists by carelessness",
  },
  {
    kind: "rerank",
    when: ({ gives }) => only(gives, "score"),
    why: "the same of scores",
  },
  {
    kind: "rerank",
    named: /rerank/,
    why: "before embeddings: rerankers carry the names of their families",
  },
  {
    kind: "embedding",
    named:
      /embed| bge | (?:e5|gte) (?:large|base|small|mistral|qwen)|multilingual e5| voyage (?:\d|code|law|finance|multilingual|context)|minilm|mini lm| mpnet /,
    why: "their own names; most are listed as text that gives text",
  },
  {
    kind: "embedding",
    when: ({ onlyInputCosts, acts, output, context }) =>
      onlyInputCosts && !acts && dimensions.includes(output ?? 0) && (context ?? 0) <= 40_000,
    why: "an answer that is free and as long as a vector",
  },
  {
    kind: "moderation",
    named:
      /moderation|safeguard|guard (?:\d|gen|stream)|(?:llama|prompt|safety|qwen\d?) ?guard|shieldgemma|content safety/,
    why: "they judge texts, and answer with a verdict",
  },
  {
    kind: "transcription",
    named: /whisper|transcri| stt | asr |speech to text|parakeet|deepgram nova| scribe /,
    why: "their own names, also where text is listed as what they take",
  },
  {
    kind: "other",
    named: / lyria | suno | music | udio |stable audio|text to audio|audio effects/,
    why: "music and sounds are no speech",
  },
  {
    kind: "speech",
    named: /tts |text to speech| aura (?:\d|en|es)| orpheus | kokoro |elevenlabs/,
    why: "their own names, also where text is listed as what they give",
  },
  {
    kind: "other",
    named: /translat| mt (?:plus|turbo|flash|lite|\d+b) |indictrans| m2m/,
    why: "translators take a text and a language, not a conversation",
  },
  {
    kind: "other",
    named: /(?: |\.)\w*ocr /,
    why: "readers of pages answer with what stands there, whatever they are asked",
  },
  {
    kind: "other",
    named:
      /detect|classif|captioner| distilbert | bart large |summarizer|smart turn|usdvalidate|studiovoice| gliner | esm(?:2|fold) | reward | prm |morph v\d|relace apply| fast apply /,
    why: "a verdict, a label, a caption, a summary, a repaired recording, a merged file: no conversation",
  },
  {
    kind: "video",
    when: ({ gives }) => gives.includes("video"),
    why: "nothing that talks gives videos",
  },
  {
    kind: "chat",
    when: ({ gives, context, acts }) =>
      gives.includes("image") && !gives.includes("text") && acts && (context ?? 0) >= 200_000,
    why: "listed as a maker of pictures, and reads whole books with tools: text was forgotten",
  },
  {
    kind: "image",
    when: ({ gives }) => gives.includes("image") && !gives.includes("text"),
    why: "pictures and nothing else",
  },
  {
    kind: "image",
    named: / image | nano banana | imagine /,
    when: ({ gives }) => gives.includes("image"),
    why: "pictures with a caption; other models that list pictures are conversations",
  },
  {
    kind: "image",
    named: /image (?:gen|edit)|text to image| (?:flash|pro|lite|qwen) image /,
    why: "hosts that list no pictures among what is given",
  },
  {
    kind: "speech",
    when: ({ gives }) => gives.includes("audio") && !gives.includes("text"),
    why: "sound and nothing else",
  },
  {
    kind: "transcription",
    when: (traits) => only(traits.takes, "audio") && textOnly(traits),
    why: "what takes nothing but sound writes it down",
  },
  {
    kind: "other",
    when: (traits) => traits.takes.length > 0 && !traits.takes.includes("text"),
    why: "what cannot be told anything does one thing only",
  },
  { kind: "chat", when: textOnly, why: "whatever gives text" },
];
