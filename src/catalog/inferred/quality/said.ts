import { takeStamp } from "../identity/stamps.ts";
import { billionsOf } from "./billions.ts";

export type Tier = "smallest" | "small";
export type NameOf = "model" | "router" | "alias";

/** What a name says of its model. */
export interface Said {
  /** Billions of parameters: all weights rather than those in use for a token. Null where the name has no number. */
  size: number | null;
  /** A date within the name, as `2025-12-01`, `2025-12` or `--03-24`. */
  stamp: string | null;
  tier: Tier | null;
  isCoder: boolean;
  /** A model of a chat application: no reasoning, whatever hosts list. */
  answersAtOnce: boolean;
  nameOf: NameOf;
}

const sayings: ReadonlyMap<string, Partial<Said>> = new Map<string, Partial<Said>>([
  ["nano", { tier: "smallest" }],
  ["lite", { tier: "smallest" }],
  ["micro", { tier: "smallest" }],
  ["mini", { tier: "small" }],
  ["flash", { tier: "small" }],
  ["haiku", { tier: "small" }],
  ["small", { tier: "small" }],
  ["air", { tier: "small" }],
  ["fast", { tier: "small" }],
  ["coder", { isCoder: true }],
  ["chat", { answersAtOnce: true }],
  ["instant", { answersAtOnce: true }],
  // grok-4-fast-non-reasoning, which hosts list as a model that reasons
  ["non", { answersAtOnce: true }],
  ["nothink", { answersAtOnce: true }],
  ["nothinking", { answersAtOnce: true }],
  ["auto", { nameOf: "router" }],
  ["router", { nameOf: "router" }],
  ["fusion", { nameOf: "router" }],
  ["latest", { nameOf: "alias" }],
]);

/** `openai/gpt-5.4-mini` → a small tier, no size, no date. */
export function saidBy(key: string): Said {
  const said: Said = {
    size: null,
    stamp: null,
    tier: null,
    isCoder: false,
    answersAtOnce: false,
    nameOf: "model",
  };
  const words = key
    .slice(key.lastIndexOf("/") + 1)
    .toLowerCase()
    .split(/[^a-z0-9.]+/);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    const saying = sayings.get(word);
    if (saying !== undefined) {
      // gemini-flash-lite is of the smallest tier
      const tier = said.tier === "smallest" ? said.tier : (saying.tier ?? said.tier);
      Object.assign(said, saying, { tier });
    } else if (/\d/.test(word)) noteNumber(said, words, at);
  }
  return said;
}

function noteNumber(said: Said, words: readonly string[], at: number): void {
  const size = billionsOf(words[at] as string);
  if (size !== null) said.size = Math.max(said.size ?? 0, size);
  else said.stamp ??= takeStamp(words, at)?.text ?? null;
}
