import { beforeAll, expect, it } from "vitest";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import type { Command } from "../cli/command.ts";
import { askFor, type GivenCost, commandOn } from "./answers.ts";
import { Chance } from "./chance.ts";
import { isClose, type WireRow, wireCost, wireRows } from "./wire.ts";

describeRealCatalogs("cost on a real catalog", (catalog) => {
  let command: Command;
  let rows: WireRow[];
  let byRef: Map<string, WireRow>;

  beforeAll(() => {
    command = commandOn(catalog);
    rows = wireRows(catalog);
    byRef = new Map(rows.map((row) => [row.ref, row]));
  });

  it.each(Array.from({ length: 20 }, (_, at) => at))(
    "agrees with the arithmetic of api.json, cheapest first (%i)",
    (seed) => {
      const chance = new Chance(7_000 + seed);
      const tiered = rows.filter(({ model }) => model.cost?.tiers !== undefined);
      const some = [...chance.several(rows, 3), ...chance.several(tiered, 2)];
      const refs = [...new Set(some.map(({ ref }) => ref))];
      const { usage, flags } = chance.usage();
      const requests = chance.requests();
      const costs = askFor<GivenCost[]>(command, ["cost", ...refs, ...flags, ...requests.flags]);
      expect(costs.map(({ ref }) => ref).sort()).toEqual(refs.sort());
      for (const cost of costs) {
        const expected = wireCost(byRef.get(cost.ref) as WireRow, usage);
        const { complete, tier } = cost;
        const context = [cost.ref, usage, cost, expected];
        expect({ complete, tier }, JSON.stringify(context)).toEqual({
          complete: expected.complete,
          tier: expected.tier,
        });
        expect(isClose(cost.perRequest, expected.perRequest), JSON.stringify(context)).toBe(true);
        const month = expected.perRequest === null ? null : expected.perRequest * requests.perMonth;
        expect(isClose(cost.perMonth, month), JSON.stringify(context)).toBe(true);
        expect(isClose(cost.perDay, month === null ? null : month / 30)).toBe(true);
        expect(cost.currency).toBe("USD");
        const parts = Object.values(cost.parts);
        expect(cost.unknown).toHaveLength(parts.filter((part) => part === null).length);
      }
      const places = costs.map(placeOf);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );
});

/** Where a cost belongs: known to the end by its amount, in part after that, not at all last. */
function placeOf({ perRequest, complete }: GivenCost): number {
  if (perRequest === null) return 1e12;
  return complete ? perRequest : 1e6 + perRequest;
}
