import { beforeAll, expect, it } from "vitest";
import { kindOf } from "../../src/catalog/inferred/kind/kind-of.ts";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import type { Command } from "../cli/command.ts";
import { askFor, type GivenCost, commandOn } from "./answers.ts";
import { Chance } from "./chance.ts";
import {
  isClose,
  wireFits,
  type WireRow,
  type WireUsage,
  wireCost,
  wireLimit,
  wireRows,
} from "./wire.ts";

interface Given {
  removed: { constraint: string; count: number }[];
  candidates: number;
  front: string[];
  recommendations: {
    model: { ref: string };
    why: string;
    band: number;
    cost: GivenCost;
    fits: boolean | null;
    exceeds: string[];
    cheapest: { ref: string; cost: GivenCost } | null;
    quality: { value: number; spread: number } | null;
    deciding: { perRequest: number | null; of: string | null };
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
    "keeps every constraint, works out costs right and counts every row once (%i)",
    (seed) => {
      const chance = new Chance(10_000 + seed);
      const useCase = chance.pick(Object.keys(needs));
      const chosen = chance.several(filters, chance.below(3));
      const usage: WireUsage = { input: chance.below(250_000), output: 1 + chance.below(9_000) };
      const most = chance.pick([50, 2_000, 40_000]);
      const { perMonth, flags } = chance.requests();
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
          row.model.status === undefined &&
          [...(needs[useCase] ?? []), ...chosen.map(([, test]) => test)].every((test) =>
            test(row),
          ) &&
          wireFits(row, usage) !== false &&
          complete &&
          perRequest !== null &&
          perRequest * perMonth <= most * (1 + 1e-12)
        );
      };
      const left = new Map(rows.filter(passes).map((row) => [row.ref, row]));
      const gone = given.removed.reduce((sum, { count }) => sum + count, 0);
      expect(gone).toBeLessThanOrEqual(rows.length - given.candidates);
      expect(given.recommendations).toHaveLength(given.candidates);
      const refs = given.recommendations.map(({ model }) => model.ref);
      expect(refs.filter((ref) => !left.has(ref))).toEqual([]);
      expect(new Set(refs).size).toBe(refs.length);
      let band = 1;
      for (const { model, cost, fits, exceeds, cheapest, ...more } of given.recommendations) {
        const expected = wireCost(left.get(model.ref) as WireRow, usage);
        expect(isClose(cost.perRequest, expected.perRequest)).toBe(true);
        expect(isClose(cost.perMonth, (expected.perRequest ?? 0) * perMonth)).toBe(true);
        expect([cost.complete, exceeds]).toEqual([true, []]);
        expect(fits).not.toBe(false);
        expect(cheapest?.cost.perRequest).toBeLessThanOrEqual(cost.perRequest as number);
        expect(more.band).toBeGreaterThanOrEqual(band);
        band = more.band;
      }
    },
  );

  it("recommends the same models in the same order whatever credentials are at hand", () => {
    const { view } = catalog.open();
    const chance = new Chance(77);
    const variables = view.providers().flatMap(({ env }) => env);
    const lines = ["recommend coding --limit 20", "recommend vision --min-context 200k --limit 20"];
    const groupOf = new Map(view.refs.map((ref, row) => [ref, view.columns.group[row]]));
    const order = (given: Given) =>
      given.recommendations.map(({ model, band, deciding, quality }) => [
        groupOf.get(model.ref),
        [band, deciding, quality],
      ]);
    for (const line of lines) {
      const args = line.split(" ");
      const expected = order(askFor<Given>(command, args));
      expect(expected.length).toBeGreaterThan(10);
      let shown = 0;
      for (let round = 0; round < 20; round += 1) {
        const set = chance.several(variables, 1 + chance.below(12));
        const environment = Object.fromEntries(set.map((name) => [name, "example"]));
        const given = askFor<Given>(command, args, environment);
        expect(order(given)).toEqual(expected);
        shown += given.recommendations.filter(({ why }) => why === "configured").length;
      }
      expect(shown).toBeGreaterThan(20);
    }
  });
});
