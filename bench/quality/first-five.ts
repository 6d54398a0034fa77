import type { DescribedModel } from "../../src/catalog/inferred/quality/describe.ts";
import type { Qualities } from "../../src/catalog/inferred/quality/qualities.ts";
import { standingOf } from "../../src/catalog/inferred/quality/standing.ts";
import { type UseCase, useCaseNames, useCases } from "../../src/catalog/recommend/use-cases.ts";
import type { ModelRow } from "../../src/catalog/words/model.ts";
import type { Day } from "./days.ts";

const shown = 5;

/** The best models of each use case by the figure alone: to be judged by somebody who knows them. */
export function printFirst(day: Day, { values, spreads, results, grounds }: Qualities): void {
  const rows = telling(day);
  const named = grounds.models.filter((model) => standingOf(model, grounds.makers) === "model");
  const rank = ({ group }: DescribedModel): number =>
    (values[group] as number) - (spreads[group] as number) / 2;
  for (const name of useCaseNames) {
    const useCase: UseCase = useCases[name];
    if (useCase.kind !== "chat") continue;
    const suited = named.filter(({ group }) => mostAreOfUse(rows.get(group) ?? [], useCase));
    console.log(`\n${name}`);
    for (const { group, key } of suited.sort((a, b) => rank(b) - rank(a)).slice(0, shown)) {
      const [value, spread] = [values[group] as number, spreads[group] as number];
      const label = results[group] === 0 ? "expected" : `published, ${results[group]} results`;
      console.log(`  ${value.toFixed(2)} ± ${spread.toFixed(2)}  ${key} (${label})`);
    }
  }
}

/** By group, the maker's own row, else all: hosts list media carelessly. */
function telling({ models, identities: { group, referenceRow } }: Day): Map<number, ModelRow[]> {
  const rows = new Map<number, ModelRow[]>();
  models.forEach((model, row) => {
    const of = group[row] as number;
    const makers = models[(referenceRow[of] as number) - 1];
    rows.set(of, makers === undefined ? [...(rows.get(of) ?? []), model] : [makers]);
  });
  return rows;
}

function mostAreOfUse(rows: readonly ModelRow[], useCase: UseCase): boolean {
  return rows.filter((row) => isOfUse(row, useCase)).length * 2 > rows.length;
}

function isOfUse({ capabilities, modalities, limits }: ModelRow, useCase: UseCase): boolean {
  return (
    useCase.needs.every((need) => capabilities.includes(need)) &&
    useCase.takes.every((medium) => modalities.input.includes(medium)) &&
    (limits.context ?? 0) >= useCase.minContext
  );
}
