import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import type { Weights } from "./factors.ts";
import { type Scored, scoreCandidates } from "./score.ts";
import { anyUse, useCases } from "./use-cases.ts";

const only = (name: keyof Weights): Weights => ({
  cost: 0,
  quality: 0,
  recency: 0,
  limits: 0,
  fit: 0,
  status: 0,
  [name]: 1,
});

/** Scores rows called m0, m1 …, each at its cost. */
function score(
  rows: [cost: number | null, fields?: Wire][],
  weights = anyUse.weights,
): (Scored & { name: string })[] {
  const models = rows.map(([, fields], at) => wireModel(`m${at}`, fields));
  const { view } = openInMemory(wireCatalog(wireProvider("p", models)));
  const candidates = {
    rows: Uint32Array.from(rows.keys()),
    costs: Float64Array.from(rows, ([perRequest]) => perRequest ?? Number.NaN),
    count: rows.length,
  };
  const { ranked } = scoreCandidates(candidates, view.columns, anyUse, weights);
  return ranked.map((scored) => ({
    ...scored,
    name: `m${scored.row}`,
  }));
}

const names = (scored: { name: string }[]): string[] => scored.map(({ name }) => name);
const values = (scored: (Scored & { name: string })[], factor: keyof Weights) =>
  Object.fromEntries(scored.map((one) => [one.name, one.values[factor]]));

describe("scoreCandidates", () => {
  it("gives nothing for nobody", () => {
    expect(score([])).toEqual([]);
  });

  it("puts the cheapest first where cost alone counts", () => {
    expect(names(score([[2], [1], [3]], only("cost")))).toEqual(["m1", "m0", "m2"]);
  });

  it("counts an unknown cost as the middle, and ranks it below a known one of the same score", () => {
    const scored = score([[null], [1, { release_date: "2025-01-01" }], [2], [4]], only("cost"));
    expect(values(scored, "cost").m0).toBeNull();
    expect(scored.find(({ name }) => name === "m0")?.score).toBe(0.5);
  });

  it("halves recency every nine months back from the newest", () => {
    const scored = score(
      [
        [1, { release_date: "2026-06-01" }],
        [1, { release_date: "2025-09-04" }],
        [1, { release_date: undefined }],
      ],
      only("recency"),
    );
    const { m0, m1, m2 } = values(scored, "recency");
    expect([m0, m2]).toEqual([1, null]);
    expect(m1).toBeCloseTo(0.5, 2);
  });

  it("takes a million tokens of context and 64k of output for plenty", () => {
    const limit = (context: number, output: number): [number, Wire] => [
      1,
      { limit: { context, output } },
    ];
    const scored = score(
      [limit(1_000_000, 64_000), limit(2_000_000, 128_000), limit(8_000, 2_000), limit(0, 0)],
      only("limits"),
    );
    const { m0, m1, m2, m3 } = values(scored, "limits");
    expect([m0, m1, m3]).toEqual([1, 1, null]);
    expect(m2).toBeGreaterThan(0);
    expect(m2).toBeLessThan(0.2);
  });

  it("goes by the context, and to a fourth by the output, on the log scale", () => {
    const limit = (context: number, output: number): [number, Wire] => [
      1,
      { limit: { context, output } },
    ];
    const scored = score(
      [limit(1_000_000, 2_000), limit(4_000, 64_000), limit(63_246, 64_000)],
      only("limits"),
    );
    const { m0, m1, m2 } = values(scored, "limits");
    expect([m0, m1]).toEqual([0.75, 0.25]);
    // halfway between 4,000 and a million, in proportion
    expect(m2).toBeCloseTo(0.75 * 0.5 + 0.25, 4);
  });

  it("counts how many of the wanted capabilities a model has", () => {
    const scored = score(
      [
        [1, { reasoning: true }],
        [1, { tool_call: false }],
      ],
      only("fit"),
    );
    expect(values(scored, "fit")).toEqual({ m0: 0.5, m1: 0 });
  });

  it("puts what is offered normally before beta, and beta before alpha", () => {
    const scored = score(
      [
        [1, { status: "alpha" }],
        [1, { status: "beta" }],
        [1, {}],
      ],
      only("status"),
    );
    expect(names(scored)).toEqual(["m2", "m1", "m0"]);
    expect(values(scored, "status")).toEqual({ m2: 1, m1: 0.5, m0: 0 });
  });

  it("goes by the factors one after the other where scores are equal, then by ref", () => {
    const none = { ...only("cost"), cost: 0 };
    expect(names(score([[3], [1], [2]], none))).toEqual(["m1", "m2", "m0"]);
    const dates = score([[1, { release_date: "2025-01-01" }], [1], [1]], none);
    expect(names(dates)).toEqual(["m1", "m2", "m0"]);
  });

  it("scores between 0 and 1, the sum of weights times values", () => {
    for (const { score: given, values: parts } of score([[1], [5, { reasoning: true }], [null]])) {
      const sum = Object.entries(anyUse.weights).reduce(
        (total, [name, weight]) => total + weight * (parts[name as keyof Weights] ?? 0.5),
        0,
      );
      expect(given).toBeCloseTo(sum, 12);
      expect(given).toBeGreaterThanOrEqual(0);
      expect(given).toBeLessThanOrEqual(1);
    }
  });

  it("asks for nothing more where a use case wants nothing", () => {
    const { view } = openInMemory(wireCatalog(wireProvider("p", [wireModel("m")])));
    const { embedding } = useCases;
    const rows = { rows: Uint32Array.of(0), costs: Float64Array.of(1), count: 1 };
    const { ranked } = scoreCandidates(rows, view.columns, embedding, embedding.weights);
    expect(ranked[0]?.values.fit).toBe(1);
  });
});
