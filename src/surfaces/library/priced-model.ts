import type { Usage } from "../../catalog/cost/usage.ts";
import type { Priced } from "../../catalog/words/charges.ts";
import { type Price, type PriceTier, unlistedPrice } from "../../catalog/words/price.ts";
import {
  badValue,
  type Kind,
  listOf,
  orNull,
  record,
  text,
  texts,
  usd,
  whole,
} from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";

export type PricedModel = Priced;

const amount = orNull(usd);

const tiers = listOf(
  record(
    {
      aboveTokens: whole,
      input: amount,
      output: amount,
      cacheRead: amount,
      cacheWrite: amount,
      reasoning: amount,
      inputAudio: amount,
      outputAudio: amount,
    } satisfies Table<PriceTier>,
    ["aboveTokens"],
  ),
);

const price = record(
  {
    input: amount,
    output: amount,
    cacheRead: amount,
    cacheWrite: amount,
    reasoning: amount,
    inputAudio: amount,
    outputAudio: amount,
    tiers,
  } satisfies Table<Price>,
  [],
);

/** A model whose cost is asked for: what else it holds is of no interest. */
export const pricedModel: Kind = {
  takes: "a model with its ref and its price",
  read: (value, field): PricedModel => {
    if (typeof value !== "object" || value === null) {
      throw badValue(field, value, `it takes ${pricedModel.takes}`);
    }
    const given = value as Partial<Record<keyof Priced, unknown>>;
    const ref = text.read(given.ref, `${field}.ref`) as string;
    const paths = given.notUnderstood;
    const unread =
      paths === undefined
        ? {}
        : { notUnderstood: texts.read(paths, `${field}.notUnderstood`) as string[] };
    if (given.price === null) return { ref, price: null, ...unread };
    const read = price.read(given.price, `${field}.price`) as Partial<Price>;
    const listed = (read.tiers ?? []).map((tier) => ({ ...unlistedPrice, ...tier }));
    return { ref, price: { ...unlistedPrice, ...read, tiers: listed }, ...unread };
  },
};

const usageFields = new Set<string>([
  "input",
  "cached",
  "cacheWrite",
  "output",
  "reasoning",
  "inputAudio",
  "outputAudio",
] satisfies (keyof Usage)[]);

/**
 * Whether a row of the catalog and a usage can be costed as they are. A cost takes a tenth of a microsecond, reading
 * them as foreign values a hundred times that; what this does not know is read.
 */
export function isSound(model: PricedModel, usage: Usage): boolean {
  const { ref, price, notUnderstood } = model;
  if (typeof ref !== "string" || notUnderstood !== undefined) return false;
  if (price !== null && !(isListed(price) && price.tiers.every(isListedTier))) return false;
  for (const field in usage) if (!usageFields.has(field)) return false;
  const { input, cached, cacheWrite, output, reasoning, inputAudio, outputAudio } = usage;
  return (
    isCounted(input) &&
    isCounted(output) &&
    (cached === undefined || (isCounted(cached) && cached <= input)) &&
    (reasoning === undefined || (isCounted(reasoning) && reasoning <= output)) &&
    (cacheWrite === undefined || isCounted(cacheWrite)) &&
    (inputAudio === undefined || isCounted(inputAudio)) &&
    (outputAudio === undefined || isCounted(outputAudio))
  );
}

function isListed(price: Price): boolean {
  return (
    isPrice(price.input) &&
    isPrice(price.output) &&
    isPrice(price.cacheRead) &&
    isPrice(price.cacheWrite) &&
    isPrice(price.reasoning) &&
    isPrice(price.inputAudio) &&
    isPrice(price.outputAudio) &&
    Array.isArray(price.tiers)
  );
}

function isListedTier(tier: PriceTier): boolean {
  return (
    isCounted(tier.aboveTokens) &&
    isPrice(tier.input) &&
    isPrice(tier.output) &&
    isPrice(tier.cacheRead) &&
    isPrice(tier.cacheWrite) &&
    isPrice(tier.reasoning) &&
    isPrice(tier.inputAudio) &&
    isPrice(tier.outputAudio)
  );
}

function isPrice(value: number | null): boolean {
  return value === null || (typeof value === "number" && value >= 0 && value <= 1e15);
}

function isCounted(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
