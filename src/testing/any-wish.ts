import * as fc from "fast-check";
import type { ModelFilter } from "../catalog/query/filter-fields.ts";
import type { Wish } from "../catalog/recommend/recommend-models.ts";
import { anyUse, type UseCase, useCases } from "../catalog/recommend/use-cases.ts";
import { type Wire, wireCatalog, wireModel, wireProvider } from "./catalog-builders.ts";

/** What generated models are made of, for properties of recommendations. */
const dates = ["2025-01-01", "2025-06", "2026-01-15", "2026-03-01"];
const price = fc.nat(20).map((tenths) => tenths / 10);
const media = [["text"], ["text", "image"], ["text", "audio", "pdf"]];

const cost: fc.Arbitrary<Wire | undefined> = fc.option(
  fc.record(
    {
      input: price,
      output: price,
      cache_read: price,
      tiers: price.map((input) => [{ tier: { type: "context", size: 50_000 }, input }]),
    },
    { requiredKeys: ["input"] },
  ),
  { nil: undefined, freq: 9 },
);

const anyFields: fc.Arbitrary<Wire> = fc.record({
  cost,
  reasoning: fc.boolean(),
  tool_call: fc.boolean(),
  structured_output: fc.boolean(),
  status: fc.constantFrom(undefined, undefined, undefined, "beta", "alpha", "deprecated"),
  release_date: fc.constantFrom(undefined, ...dates),
  modalities: fc.record({
    input: fc.constantFrom(...media),
    output: fc.constantFrom(["text"], ["text"], ["text"], ["image"]),
  }),
  limit: fc.record({
    context: fc.constantFrom(0, 8_000, 64_000, 200_000, 1_000_000),
    output: fc.constantFrom(0, 4_096, 32_000, 64_000),
  }),
});

/** Rows of one provider, each an underlying model of its own; names no rule of sameness joins. */
const words = "amber birch cedar dunes ember fjord grove heath inlet jetty knoll larch".split(" ");
const rowName = (at: number): string => words[at % words.length] as string;

export function catalogOf(rows: readonly Wire[]): Wire {
  return wireCatalog(
    wireProvider(
      "lab",
      rows.map((fields, at) => wireModel(rowName(at), fields)),
    ),
  );
}

/** Published results for some of the rows. */
export function factsOf(scores: readonly (number | null)[]): Wire {
  return Object.fromEntries(
    scores.flatMap((score, at) =>
      score === null
        ? []
        : [[`lab/${rowName(at)}`, { name: rowName(at), benchmarks: [{ name: "x", score }] }]],
    ),
  );
}

export const anyRows = fc.array(anyFields, { minLength: 1, maxLength: 10 });
export const anyScores = fc.array(fc.option(fc.integer({ min: 5, max: 95 })), {
  minLength: 10,
  maxLength: 10,
});

const cases: UseCase[] = [anyUse, useCases.chat, useCases.coding, useCases.vision];
const filters: ModelFilter[] = [
  {},
  { maxPrice: 1 },
  { maxOutputPrice: 0.8, includeUnpriced: true },
  { capability: ["reasoning"], minContext: 64_000 },
  { status: ["all"], minOutput: 4_096 },
  { free: true },
  { without: ["tools"], releasedAfter: "2025-06" },
];

export const anyWish: fc.Arbitrary<Wish> = fc.record(
  {
    useCase: fc.constantFrom(...cases),
    filter: fc.constantFrom(...filters),
    usage: fc.constantFrom(
      { input: 10_000, output: 1_000 },
      { input: 60_000, output: 0, cached: 20_000 },
    ),
    requests: fc.constant({ count: 1_000, per: "day" as const }),
    maxMonthlyCost: fc.constantFrom(100, 500, 2_000),
    weights: fc.constantFrom({}, { cost: 0.9 }, { quality: 1 }),
  },
  { requiredKeys: ["useCase", "filter", "usage", "requests", "weights"] },
);
