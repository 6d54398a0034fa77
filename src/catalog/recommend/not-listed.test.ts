import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { demandOf } from "../cost/fit.ts";
import type { ModelFilter } from "../query/filter-fields.ts";
import { applyConstraints } from "./constraints.ts";
import { useCases } from "./use-cases.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("lab", [
      wireModel("one", { limit: { context: 100_000, output: 8_000 }, release_date: "2026-01-01" }),
      wireModel("short", { limit: { context: 4_000, output: 8_000 }, release_date: "2026-01-01" }),
      wireModel("silent", { limit: {}, release_date: undefined }),
    ]),
  ),
);

function removedBy(filter: ModelFilter): [string, number][] {
  const demand = demandOf({ input: 10, output: 0 }, "input");
  const { removed } = applyConstraints(view, filter, useCases.chat, { demand });
  return removed.map(({ constraint, count }) => [constraint, count]);
}

it("counts what is not listed apart from what is too small", () => {
  expect(removedBy({})).toEqual([
    ["context not listed", 1],
    ["context of at least 8k", 1],
  ]);
});

it("does so for every condition on something that may not be listed", () => {
  const { embedding } = useCases;
  const demand = demandOf({ input: 10, output: 0 }, "input");
  const ask = (filter: ModelFilter): string[] => {
    const useCase = { ...embedding, kind: "chat" as const };
    const { removed } = applyConstraints(view, filter, useCase, { demand });
    return removed.map(({ constraint, count }) => `${count} ${constraint}`);
  };
  expect(ask({ minContext: 50_000 })).toEqual(["1 context not listed", "1 --min-context 50k"]);
  expect(ask({ minContext: 0 })).toEqual([]);
  expect(ask({ minOutput: 9_000 })).toEqual(["1 output limit not listed", "2 --min-output 9k"]);
  expect(ask({ releasedAfter: "2025-01-01" })).toEqual(["1 release date not listed"]);
  expect(ask({ releasedBefore: "2025-01-01" })).toEqual([
    "1 release date not listed",
    "2 --released-before 2025-01-01",
  ]);
});
