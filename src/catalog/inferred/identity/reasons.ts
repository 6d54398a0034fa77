/**
 * Why a row stands in its group, with how sure that is. Kept on disk by its position: add at the end, and raise the
 * version of what keeps it when a line changes its meaning.
 */
const table = [
  ["same-id", 0.98, "is written the same as other offers of {model}"],
  ["listed", 0.99, "is written as models.json lists {model}"],
  ["alone", 0.9, "is the only offer of {model} that is written so"],
  ["host-prefix", 0.96, "puts a seller's or maker's name before {model}"],
  ["host-syntax", 0.97, "is {model} as its host spells regions and editions"],
  ["plain-variant", 0.95, "is {model} served another way ({variant})"],
  ["speed", 0.85, "is {model} served at another speed ({variant})"],
  ["serving", 0.85, "is {model} on other terms ({variant})"],
  ["thinking", 0.88, "is {model} with its thinking switched ({variant})"],
  ["effort", 0.9, "is {model} at a fixed effort ({variant})"],
  ["tuned", 0.9, "is {model}, with or without the word instruct"],
  ["size", 0.9, "is {model}, with or without its size: no other size of it is known"],
  ["preview", 0.85, "is {model}, with or without the word preview: no seller offers both"],
  ["latest", 0.85, "is {model}, with or without -latest, and was released with it"],
  ["first", 0.9, "is {model}, with or without v1"],
  ["dated", 0.9, "is {model}, with or without its date: no other dated release of it fits"],
  ["two-stamps", 0.9, "names the date of {model} another way"],
  ["official-name", 0.85, "is written as the maker calls {model}"],
  ["usual-name", 0.8, "is written as most offers call {model}"],
  ["name", 0.75, "has another id, but is called {model}"],
  [
    "name-and-date",
    0.72,
    "has another id, but both its name and its release date are those of {model}",
  ],
  ["name-differs", 0.7, "is written as {model}, but its name says something else"],
  ["date-differs", 0.8, "is written as {model}, but is listed with a release date far off"],
  ["media-differ", 0.8, "is written as {model}, but is listed with other media"],
  ["version", 0.85, "gives the date or the version of {model}: a seller's name says both"],
] as const;

export type ReasonCode = (typeof table)[number][0];

export const reasonCodes: readonly ReasonCode[] = table.map(([code]) => code);

const numbers = new Map<ReasonCode, number>(reasonCodes.map((code, number) => [code, number]));
const confidences = new Map<ReasonCode, number>(
  table.map(([code, confidence]) => [code, confidence]),
);
const sentences = new Map<ReasonCode, string>(table.map(([code, , sentence]) => [code, sentence]));

/** Its position in `reasonCodes`. */
export function reasonNumber(code: ReasonCode): number {
  return numbers.get(code) ?? 0;
}

/** How sure a link for this reason is, 0 to 1. */
export function confidenceOf(code: ReasonCode): number {
  return confidences.get(code) ?? 0;
}

/** `azure/gpt-5-eu is gpt-5 served another way (eu).` */
export function explainReason(
  code: ReasonCode,
  about: { ref: string; model: string; variant: string | null },
): string {
  const sentence = sentences.get(code) ?? "";
  const filled = sentence
    .replace("{model}", () => about.model)
    .replace(" ({variant})", () => (about.variant === null ? "" : ` (${about.variant})`));
  return `${about.ref} ${filled}.`;
}
