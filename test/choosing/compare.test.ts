import { beforeAll, expect, it } from "vitest";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import type { Command } from "../cli/command.ts";
import { askFor, commandOn } from "./answers.ts";
import { Chance } from "./chance.ts";
import {
  isClose,
  tiersOf,
  type WireRow,
  wireApart,
  wireCost,
  wireFits,
  wireLimit,
  wireRows,
} from "./wire.ts";

interface Comparison {
  models: { ref: string }[];
  lines: { name: string; values: unknown[]; best: number[]; atLeast?: (number | null)[] }[];
}

type Value = string | number | boolean | string[] | null;
type Better = "lowest" | "highest" | "none";

/** A date a calendar has, of the time of language models; else nothing is known. */
function day(date: string | undefined): string | null {
  if (date === undefined || !/^20\d\d-\d\d(-\d\d)?$/.test(date)) return null;
  const full = date.length === 7 ? `${date}-01` : date;
  const read = new Date(`${full}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== full ? null : date;
}

/** What each line has to say of a row, and which end of it is best. */
const lines: Record<string, [better: Better, of: (row: WireRow["model"]) => Value]> = {
  "input price": ["lowest", ({ cost }) => cost?.input ?? null],
  "cached input price": ["lowest", ({ cost }) => cost?.cache_read ?? null],
  "cache write price": ["lowest", ({ cost }) => cost?.cache_write ?? null],
  "output price": ["lowest", ({ cost }) => cost?.output ?? null],
  "reasoning price": ["lowest", ({ cost }) => cost?.reasoning ?? null],
  "audio in price": ["lowest", ({ cost }) => cost?.input_audio ?? null],
  "audio out price": ["lowest", ({ cost }) => cost?.output_audio ?? null],
  context: ["highest", ({ limit }) => wireLimit(limit.context)],
  "input limit": ["highest", ({ limit }) => wireLimit(limit.input)],
  "output limit": ["highest", ({ limit }) => wireLimit(limit.output)],
  takes: ["none", ({ modalities }) => modalities.input],
  gives: ["none", ({ modalities }) => modalities.output],
  reasoning: ["highest", (model) => model.reasoning],
  tools: ["highest", (model) => model.tool_call],
  "structured-output": ["highest", (model) => model.structured_output === true],
  attachments: ["highest", (model) => model.attachment],
  temperature: ["highest", (model) => model.temperature === true],
  vision: ["highest", ({ modalities }) => modalities.input.includes("image")],
  pdf: ["highest", ({ modalities }) => modalities.input.includes("pdf")],
  "open-weights": ["highest", (model) => model.open_weights],
  released: ["highest", (model) => day(model.release_date)],
  updated: ["highest", (model) => day(model.last_updated)],
  "knowledge until": ["highest", (model) => day(model.knowledge)],
  status: ["none", (model) => model.status ?? null],
  family: ["none", (model) => model.family ?? null],
};

function bestOf(values: Value[], better: Better): number[] {
  const known = values.flatMap((value, at) =>
    value === null || Array.isArray(value) ? [] : [{ at, key: keyOf(value) }],
  );
  const sorted = known.map(({ key }) => key).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const wanted = better === "lowest" ? sorted[0] : sorted.at(-1);
  const isEven = known.every(({ key }) => key === wanted);
  if (better === "none" || isEven) return [];
  return known.filter(({ key }) => key === wanted).map(({ at }) => at);
}

function keyOf(value: string | number | boolean): string | number {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" && value.length === 7 ? `${value}-01` : value;
}

describeRealCatalogs("compare on a real catalog", (catalog) => {
  let command: Command;
  let rows: WireRow[];
  let apart: Map<string, string>;

  beforeAll(() => {
    command = commandOn(catalog);
    rows = wireRows(catalog);
    apart = wireApart(catalog);
  });

  it.each(Array.from({ length: 20 }, (_, at) => at))(
    "gives the values of api.json and marks the best of each line (%i)",
    (seed) => {
      const chance = new Chance(8_000 + seed);
      const chosen = chance.several(rows, 2 + chance.below(7));
      const { usage, flags } = chance.usage();
      const refs = chosen.map(({ ref }) => ref);
      const given = askFor<Comparison>(command, ["compare", ...refs, ...flags]);
      expect(given.models.map(({ ref }) => ref)).toEqual(refs);
      const byName = new Map(given.lines.map((line) => [line.name, line]));
      for (const [name, [better, of]] of Object.entries(lines)) {
        const values = chosen.map(({ model }) => of(model));
        const { values: said, best } = byName.get(name) ?? { values: null, best: [] };
        const expected = values.every((value) => value === null) ? null : values;
        expect([name, refs, said]).toEqual([name, refs, expected]);
        // what a plan lists at 0 is not the lowest price
        const ranked = values.map((value, at) =>
          better === "lowest" && apart.has(refs[at] as string) ? null : value,
        );
        expect([name, said, best]).toEqual([name, said, bestOf(ranked, better)]);
      }
      const estimates = chosen.map((row) => wireCost(row, usage));
      const costs = estimates.map(({ perRequest, complete }) => (complete ? perRequest : null));
      const bounds = estimates.map(({ perRequest, complete }) => (complete ? null : perRequest));
      const line = byName.get("cost per request") ?? {
        values: costs.map(() => null),
        best: [],
        atLeast: [],
      };
      const said = line.values as (number | null)[];
      costs.forEach((cost, at) => expect(isClose(said[at], cost)).toBe(true));
      bounds.forEach((bound, at) =>
        expect(isClose((line.atLeast ?? [])[at] ?? null, bound)).toBe(true),
      );
      // amounts a float apart are equal, so the best are those near the least of what was said
      const mayBeBest = (at: number): boolean =>
        !apart.has(refs[at] as string) && wireFits(chosen[at] as WireRow, usage) !== false;
      const ranked = said.map((cost, at) => (mayBeBest(at) ? cost : null));
      expect(line.best).toEqual(bestOf(ranked, "lowest"));
    },
  );

  it("gives each model's own long-context prices", () => {
    const chance = new Chance(8_100);
    const chosen = chance.several(
      rows.filter(({ model }) => model.cost?.tiers !== undefined),
      8,
    );
    const refs = chosen.map(({ ref }) => ref);
    const { lines: given } = askFor<Comparison>(command, ["compare", ...refs]);
    const sizes = new Set(chosen.flatMap(({ model }) => tiersOf(model).map(([size]) => size)));
    for (const size of sizes) {
      const values = chosen.map(
        ({ model }) => tiersOf(model).find(([one]) => one === size)?.[1].input ?? null,
      );
      const name = `input price above ${size} tokens`;
      expect(given).toContainEqual(expect.objectContaining({ name, values }));
    }
  });
});
