/** What a model can do, in the order in which it is shown. The position is its bit in the prepared columns. */
export const capabilities = [
  "reasoning",
  "tools",
  "structured-output",
  "attachments",
  "temperature",
  "vision",
  "audio",
  "video",
  "pdf",
  "open-weights",
] as const;

export type Capability = (typeof capabilities)[number];

/** Media a model takes or gives. The position is its bit in the prepared columns. */
export const modalities = ["text", "image", "audio", "video", "pdf"] as const;

export type Modality = (typeof modalities)[number];

/** Words other tools use for the same capability; accepted wherever one is asked for. */
const capabilityAliases: Readonly<Record<string, Capability>> = {
  tool_call: "tools",
  "tool-call": "tools",
  tool_calling: "tools",
  "tool-calling": "tools",
  function_calling: "tools",
  "function-calling": "tools",
  functions: "tools",
  tool: "tools",
  structured_output: "structured-output",
  json: "structured-output",
  attachment: "attachments",
  multimodal: "vision",
  image: "vision",
  images: "vision",
  thinking: "reasoning",
  open_weights: "open-weights",
};

/** The capability a person means, or undefined. Case is forgiven. */
export function findCapability(word: string): Capability | undefined {
  const lower = word.trim().toLowerCase();
  const exact = capabilities.find((capability) => capability === lower);
  return exact ?? (Object.hasOwn(capabilityAliases, lower) ? capabilityAliases[lower] : undefined);
}

/** All words accepted for capabilities, for completions and for "did you mean". */
export function capabilityWords(): string[] {
  return [...capabilities, ...Object.keys(capabilityAliases)];
}

/** A bit per word that stands in `known`; words outside it carry no bit. */
export function toMask(known: readonly string[], words: readonly string[]): number {
  let mask = 0;
  for (let at = 0; at < words.length; at += 1) {
    const position = known.indexOf(words[at] as string);
    if (position >= 0) mask |= 1 << position;
  }
  return mask;
}
