import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { ModelFacts } from "../../words/facts.ts";
import { identityOf } from "./identities.ts";
import { identify } from "./identify.ts";
import { SmallCatalog } from "./small-catalog.ts";

const facts = [
  "openai/gpt-5",
  "anthropic/claude-opus-4-5",
  "anthropic/claude-opus-4-5-20250801",
].map((id) => ({ id, name: id.slice(id.indexOf("/") + 1) }) as ModelFacts);

const stems = [
  "gpt-5",
  "openai/gpt-5",
  "claude-opus-4-5",
  "llama-3.3",
  "qwen3-coder",
  "kimi-k2",
  "auto",
];
const tails = [
  "-70b",
  "-480b-a35b",
  "-instruct",
  "-thinking",
  "-fast",
  "-flex",
  "-preview",
  "-latest",
];
const dates = ["-20250801", "-2025-08-07", "-0711", "-v1", "-fp8", ":free"];

const anId = fc
  .tuple(
    fc.constantFrom("", "openai-", "coding-", "us.anthropic."),
    fc.constantFrom(...stems),
    fc.subarray(tails, { maxLength: 3 }),
    fc.subarray(dates, { maxLength: 2 }),
  )
  .map(([before, stem, tail, date]) => `${before}${stem}${tail.join("")}${date.join("")}`);

const anOffer = fc.record({
  id: anId,
  name: fc.constantFrom(
    "GPT-5",
    "Qwen3 Coder 480B A35B",
    "Claude Opus 4.5 (latest)",
    "Kimi K2 0711",
    "x",
  ),
  release_date: fc.constantFrom("2025-08-07", "2025-07-11", "2024-01-01", undefined),
  cost: fc.constantFrom({ input: 1, output: 2 }, { input: 10, output: 20 }, undefined),
});

const sellers = ["openai", "anthropic", "hub", "alibaba", "databricks"];
const aCatalog = fc
  .array(fc.tuple(fc.constantFrom(...sellers), anOffer), { minLength: 1, maxLength: 40 })
  .map((offers) => {
    const bySeller: Record<string, (typeof offers)[number][1][]> = {};
    for (const [seller, offer] of offers) (bySeller[seller] ??= []).push(offer);
    return new SmallCatalog(bySeller).models;
  });

it("finds the same groups, variants and reasons whatever the order of rows and facts", () => {
  fc.assert(
    fc.property(aCatalog, fc.infiniteStream(fc.nat()), (models, numbers) => {
      const shuffled = models
        .map((model) => ({ model, by: numbers.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ model }) => model);
      const describe = (rows: typeof models, given: readonly ModelFacts[]): unknown[] => {
        const identities = identify(rows, given);
        return rows
          .map((model, row) => {
            const { referenceRow, ...identity } = identityOf(identities, row);
            const reference = referenceRow === null ? null : rows[referenceRow]?.ref;
            return { ref: model.ref, ...identity, reference };
          })
          .sort((a, b) => (a.ref < b.ref ? -1 : 1));
      };
      expect(describe(shuffled, facts.toReversed())).toEqual(describe(models, facts));
    }),
    { seed: 5417, numRuns: 400 },
  );
});
