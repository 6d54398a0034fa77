import { beforeAll, expect, it } from "vitest";
import { kindOf } from "../../src/catalog/inferred/kind.ts";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import type { Command } from "../cli/command.ts";
import { askFor, type GivenCost, commandOn } from "./answers.ts";
import { Chance } from "./chance.ts";
import { isClose, type WireRow, type WireUsage, wireCost, wireLimit, wireRows } from "./wire.ts";

interface Given {
  removed: { constraint: string; count: number }[];
  candidates: number;
  weights: Record<string, number>;
  front: string[];
  recommendations: {
    model: { ref: string };
    score: number;
    cost: GivenCost;
    factors: { name: string; weight: number; value: number | null }[];
  }[];
}

type Test = (row: WireRow) => boolean;
const takes =
  (medium: string): Test =>
  ({ model }) =>
    model.modalities.input.includes(medium);
const holds =
  (tokens: number): Test =>
  ({ model }) =>
    (wireLimit(model.limit.context) ?? 0) >= tokens;
const hasTools: Test = ({ model }) => model.tool_call;

/** What each use case cannot do without, as its help says. */
const needs: Record<string, Test[]> = {
  coding: [takes("text"), hasTools, holds(64_000)],
  agents: [takes("text"), hasTools, holds(128_000)],
  chat: [takes("text"), holds(8_000)],
  reasoning: [takes("text"), ({ model }) => model.reasoning, holds(32_000)],
  extraction: [takes("text"), ({ model }) => model.structured_output === true, holds(16_000)],
  "long-context": [takes("text"), holds(400_000)],
  vision: [takes("text"), takes("image"), holds(8_000)],
};

const filters: [flags: string[], test: Test][] = [
  [["--capability", "tools"], hasTools],
  [["--min-context", "200k"], holds(200_000)],
  [
    ["--provider", "openai,anthropic,google"],
    ({ provider }) => ["openai", "anthropic", "google"].includes(provider),
  ],
  [["--max-price", "2"], ({ model }) => model.cost?.input !== undefined && model.cost.input <= 2],
  [["--open-weights"], ({ model }) => model.open_weights],
  [["--not-provider", "openrouter"], ({ provider }) => provider !== "openrouter"],
  [["--without", "reasoning"], ({ model }) => !model.reasoning],
  [["--min-output", "32k"], ({ model }) => (wireLimit(model.limit.output) ?? 0) >= 32_000],
];

describeRealCatalogs("recommend on a real catalog", (catalog) => {
  let command: Command;
  let rows: WireRow[];
  let forChat: Set<string>;

  beforeAll(() => {
    command = commandOn(catalog);
    rows = wireRows(catalog);
    // api.json does not say what a row is for: the one thing taken from the code under test
    const chats = catalog.open().models.filter((model) => kindOf(model) === "chat");
    forChat = new Set(chats.map(({ ref }) => ref));
  });

  it.each(Array.from({ length: 20 }, (_, at) => at))(
    "keeps every constraint, works out costs right and accounts for every row (%i)",
    (seed) => {
      const chance = new Chance(10_000 + seed);
      const useCase = chance.pick(Object.keys(needs));
      const chosen = chance.several(filters, chance.below(3));
      const usage: WireUsage = { input: chance.below(250_000), output: 1 + chance.below(9_000) };
      const most = chance.pick([50, 2_000, 40_000]);
      const { perMonth, flags } = chance.requests();
      const withFree = chosen.some(([[flag]]) => flag === "--provider");
      const given = askFor<Given>(command, [
        "recommend",
        useCase,
        ...`--input ${usage.input} --output ${usage.output}`.split(" "),
        ...flags,
        ...chosen.flatMap(([words]) => words),
        ...`--max-monthly-cost ${most} --limit 1000`.split(" "),
      ]);
      const passes: Test = (row) => {
        const { perRequest, complete } = wireCost(row, usage);
        return (
          forChat.has(row.ref) &&
          row.model.modalities.output.includes("text") &&
          row.model.status !== "deprecated" &&
          [...(needs[useCase] ?? []), ...chosen.map(([, test]) => test)].every((test) =>
            test(row),
          ) &&
          complete &&
          perRequest !== null &&
          perRequest * perMonth <= most * (1 + 1e-12) &&
          (withFree || perRequest > 0)
        );
      };
      const left = new Map(rows.filter(passes).map((row) => [row.ref, row]));
      const gone = given.removed.reduce((sum, { count }) => sum + count, 0);
      expect(gone + left.size).toBe(rows.length);
      expect(given.recommendations).toHaveLength(given.candidates);
      const refs = given.recommendations.map(({ model }) => model.ref);
      expect(refs.filter((ref) => !left.has(ref))).toEqual([]);
      expect(new Set(refs).size).toBe(refs.length);
      expect(given.front.filter((ref) => !refs.includes(ref))).toEqual([]);
      expect(Object.values(given.weights).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      let before = 1;
      for (const { model, cost, score, factors } of given.recommendations) {
        const expected = wireCost(left.get(model.ref) as WireRow, usage);
        expect(isClose(cost.perRequest, expected.perRequest)).toBe(true);
        expect(isClose(cost.perMonth, (expected.perRequest ?? 0) * perMonth)).toBe(true);
        expect(cost.complete).toBe(true);
        expect(score).toBeLessThanOrEqual(before);
        const sum = factors.reduce((all, one) => all + one.weight * (one.value ?? 0.5), 0);
        expect(score).toBeCloseTo(sum, 2);
        before = score;
      }
    },
  );

  it("names each underlying model once, at the cheapest of its offers", () => {
    const { recommendations } = askFor<Given>(command, ["recommend", "coding", "--limit", "8"]);
    const refs = recommendations.map(({ model }) => model.ref);
    for (const { model, cost } of recommendations) {
      const words = `offers ${model.ref} --input 20k --output 2k --capability tools --min-context 64k`;
      const text = ["--input-modality", "text", "--output-modality", "text"];
      const { offers } = askFor<{ offers: { ref: string; cost: GivenCost | null }[] }>(command, [
        ...words.split(" "),
        ...text,
      ]);
      expect(offers.filter(({ ref }) => refs.includes(ref)).map(({ ref }) => ref)).toEqual([
        model.ref,
      ]);
      const paid = offers.flatMap((offer) =>
        offer.cost?.complete === true && offer.cost.perRequest ? [offer.cost.perRequest] : [],
      );
      expect(Math.min(...paid)).toBe(cost.perRequest);
    }
  });
});
