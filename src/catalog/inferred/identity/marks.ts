/**
 * Words of an id that say how a model is served rather than which model it is.
 *
 * - `plain`: no maker names a model so; left out at once, and named as the variant.
 * - `serving`, `speed`, `weights-speed`, `thinking`, `effort`: a serving of the model without the word, where the
 *   catalog shows no sign that it is a model of its own (`grok-4-fast`, `kimi-k2-thinking`).
 * - `tuned`, `preview`, `latest`, `first`: often left out by hosts, so the same model with and without the word
 *   wherever dates and offers allow it.
 */
export type MarkKind =
  | "plain"
  | "serving"
  | "speed"
  | "weights-speed"
  | "thinking"
  | "effort"
  | "tuned"
  | "preview"
  | "latest"
  | "first";

export interface Mark {
  kind: MarkKind;
  /** How the variant is called; the same for all spellings of one mark. */
  name: string;
}

type Row = readonly [words: string, kind: MarkKind, name?: string];

const rows: readonly Row[] = [
  ["free", "plain"], // a free tier of the same weights
  ["fp8 dynamic", "plain", "fp8"], // quantised: the same weights with fewer bits
  ["fp8", "plain"],
  ["fp4", "plain"],
  ["nvfp4", "plain"],
  ["mxfp4", "plain"],
  ["fp16", "plain"],
  ["bf16", "plain"],
  ["int4 mixed ar", "plain", "int4"],
  ["int4", "plain"],
  ["int8", "plain"],
  ["awq", "plain"],
  ["gptq", "plain"],
  ["gguf", "plain"],
  ["mlx", "plain"],
  ["4bit", "plain"],
  ["6bit", "plain"],
  ["8bit", "plain"],
  ["q4 k m", "plain", "q4"],
  ["iq4 xs", "plain", "q4"],
  ["tee", "plain"], // trusted execution: sealed hardware
  ["hf", "plain", ""], // a file format's name
  ["maas", "plain", ""], // model as a service: how a cloud lists what it did not make
  ["generate", "plain", ""], // what is asked of the model, in google's ids of pictures and films
  ["no thinking", "plain", "thinking off"],
  ["non thinking", "plain", "thinking off"],
  ["nothinking", "plain", "thinking off"],
  ["nothink", "plain", "thinking off"],
  ["high throughput", "speed"],
  ["throughput", "speed"],
  ["tput", "speed", "throughput"],
  ["fast", "speed"],
  ["turbo", "speed"],
  ["highspeed", "speed"],
  ["lightning", "speed"],
  ["instant", "weights-speed"], // of llama-3.1-8b a serving, of gpt-5.5 a model
  ["versatile", "weights-speed"],
  ["original", "serving"], // a router's way to the maker itself
  ["cheaper", "serving"],
  ["flex", "serving"], // served when there is room
  ["short", "serving"], // with a smaller context
  ["thinking", "thinking"],
  ["think", "thinking", "thinking"],
  ["xhigh", "effort"],
  ["high", "effort"],
  ["low", "effort"],
  ["instruct", "tuned"],
  ["it", "tuned", "instruct"],
  ["preview", "preview"],
  ["beta", "preview"],
  ["latest", "latest"],
  ["v1", "first"],
  ["001", "first"], // google's first stable edition
];

const byFirstWord = new Map<string, { words: string[]; mark: Mark }[]>();
for (const [text, kind, name] of rows) {
  const words = text.split(" ");
  const entry = { words, mark: { kind, name: name ?? text } };
  const first = words[0] as string;
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
}

/** The mark that begins at this word, the longest first, and how many words it takes. */
export function takeMark(
  words: readonly { text: string }[],
  at: number,
): { mark: Mark; length: number } | undefined {
  const entries = byFirstWord.get(words[at]?.text ?? "");
  const found = entries?.find((entry) =>
    entry.words.every((word, step) => words[at + step]?.text === word),
  );
  return found === undefined ? undefined : { mark: found.mark, length: found.words.length };
}

const kindsByName = new Map<string, MarkKind>(
  rows.map(([words, kind, name]) => [name ?? words, kind]),
);

/** What kind of mark is called so. */
export function kindOfMark(name: string): MarkKind | undefined {
  return kindsByName.get(name);
}
