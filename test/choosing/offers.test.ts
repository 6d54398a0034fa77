import { beforeAll, expect, it } from "vitest";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import type { Command } from "../cli/command.ts";
import { askFor, type GivenCost, commandOn } from "./answers.ts";
import { Chance } from "./chance.ts";
import {
  isClose,
  type WireRow,
  wireApart,
  wireCost,
  wireFits,
  wireLimit,
  wireRows,
} from "./wire.ts";

interface Given {
  model: { ref: string };
  usage: Record<string, number>;
  offers: {
    ref: string;
    provider: string;
    price: { input: number | null; output: number | null; cacheRead: number | null } | null;
    limits: { context: number | null; output: number | null };
    confidence: number;
    reason: string;
    credential: boolean;
    cost: GivenCost | null;
    marks: string[];
  }[];
}

describeRealCatalogs("offers on a real catalog", (catalog) => {
  let command: Command;
  let rows: WireRow[];
  let byRef: Map<string, WireRow>;
  let apart: Map<string, string>;

  beforeAll(() => {
    command = commandOn(catalog);
    rows = wireRows(catalog);
    apart = wireApart(catalog);
    byRef = new Map(rows.map((row) => [row.ref, row]));
  });

  const wireOf = (ref: string): WireRow => {
    const row = byRef.get(ref);
    if (row === undefined) throw new Error(`${ref} is not in api.json`);
    return row;
  };

  it.each(Array.from({ length: 20 }, (_, at) => at))(
    "gives rows of api.json with their prices, limits and costs, cheapest first (%i)",
    (seed) => {
      const chance = new Chance(9_000 + seed);
      const asked = chance.pick(rows).ref;
      const { usage, flags } = chance.usage();
      const { perMonth, flags: requests } = chance.requests();
      const args = ["offers", asked, "--status", "all", ...flags, ...requests];
      const { model, offers, usage: said } = askFor<Given>(command, args);
      expect(model.ref).toBe(asked);
      expect(said).toEqual(usage);
      const refs = offers.map(({ ref }) => ref);
      expect(refs).toContain(asked);
      expect(new Set(refs).size).toBe(refs.length);
      for (const offer of offers) {
        const row = wireOf(offer.ref);
        const { cost, limit } = row.model;
        expect(offer.price === null).toBe(cost === undefined);
        expect(offer.price?.input ?? null).toBe(cost?.input ?? null);
        expect(offer.price?.output ?? null).toBe(cost?.output ?? null);
        expect(offer.price?.cacheRead ?? null).toBe(cost?.cache_read ?? null);
        expect(offer.limits.context).toBe(wireLimit(limit.context));
        expect(offer.limits.output).toBe(wireLimit(limit.output));
        const expected = wireCost(row, usage);
        expect(isClose(offer.cost?.perRequest, expected.perRequest)).toBe(true);
        expect(offer.cost?.complete ?? false).toBe(cost !== undefined && expected.complete);
        expect(offer.cost?.tier ?? null).toBe(expected.tier);
        const month = expected.perRequest === null ? null : expected.perRequest * perMonth;
        expect(isClose(offer.cost?.perMonth, month)).toBe(true);
        expect(offer.reason).not.toBe("");
        expect(offer.confidence === 1).toBe(offer.ref === asked);
      }
      const places = offers.map(({ cost, ref, marks }) => {
        const own = apart.get(ref);
        if (own !== undefined) expect(marks).toContain(own);
        const isOdd = marks.some((mark) => mark !== "unsettled");
        const isUnfit = wireFits(wireOf(ref), usage) === false;
        const standing = isOdd ? 3 : isUnfit ? 2 : marks.length > 0 ? 1 : 0;
        const part = 1e14 * (own === undefined ? standing : 4);
        if (cost === null || cost.perRequest === null) return part + 1e12;
        // to a cent: of sums this large nothing smaller is left
        return part + Math.round((cost.complete ? cost.perRequest : 1e6 + cost.perRequest) * 100);
      });
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  it("gives the same offers whichever of them is asked", () => {
    const members = (ref: string): string[] =>
      askFor<Given>(command, ["offers", ref, "--status", "all"])
        .offers.map((offer) => offer.ref)
        .sort();
    const chance = new Chance(9_100);
    for (const ref of ["openai/gpt-5", "deepseek/deepseek-chat", chance.pick(rows).ref]) {
      const all = members(ref);
      expect(members(chance.pick(all))).toEqual(all);
    }
  });

  it("gives only what a filter lets through", () => {
    const asked = "openai/gpt-5";
    const args = ["--max-price", "1", "--min-context", "300k", "--not-provider", "azure"];
    const all = askFor<Given>(command, ["offers", asked]).offers;
    const some = askFor<Given>(command, ["offers", asked, ...args]).offers;
    const expected = all.filter(({ ref, provider }) => {
      const { cost, limit } = wireOf(ref).model;
      const isWithin = cost?.input !== undefined && cost.input <= 1 && limit.context >= 300_000;
      return isWithin && provider !== "azure";
    });
    const isPriced = (ref: string): boolean => apart.get(ref) !== "plan";
    expect(some.map(({ ref }) => ref)).toEqual(expected.map(({ ref }) => ref).filter(isPriced));
    expect(some.length).toBeLessThan(all.length);
  });

  it("knows for which of them a credential is at hand", () => {
    const ran = command.run(["offers", "openai/gpt-5", "--json"], { OPENROUTER_API_KEY: "key" });
    const { offers } = (JSON.parse(ran.stdout) as { result: Given }).result;
    expect(offers.find(({ provider }) => provider === "openrouter")?.credential).toBe(true);
    expect(offers.find(({ provider }) => provider === "openai")?.credential).toBe(false);
  });
});
