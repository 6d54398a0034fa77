import type { Usage } from "../cost/usage.ts";
import { roles } from "../inferred/sellers/role-names.ts";
import { perRequestsOf } from "../query/cost-of-row.ts";
import type { FilteredCatalog } from "../query/filter-fields.ts";
import type { OfferedModels, Offers } from "./offers.ts";

/** Whose cost stands for a model's: the maker's, the median of well-known hosts, the median of all. */
export const costsOf = ["maker", "hosts", "all"] as const;

export type CostOf = (typeof costsOf)[number];

/** What models cost, whoever asks, by their number. */
export interface DecidingCosts {
  /** USD for the usage; NaN where it is not known. */
  costs: Float64Array;
  /** One more than the position in `costsOf`; 0 where the cost is not known. */
  of: Uint8Array;
}

const maker = roles.indexOf("maker");
const makersOther = roles.indexOf("makers-other");
const host = roles.indexOf("host");

/** In turn, the first that knows a cost. */
const turns: readonly CostOf[] = ["maker", "maker", "hosts", "all", "all"];

/**
 * What decides between models that are about equal, written into `found` for the models of `which`. It is that of all
 * rows of a model, so that neither filters nor credentials change it; what is free says nothing. `offers` are those
 * whose costs are known already.
 */
export function settleCosts(
  catalog: FilteredCatalog,
  { groups, usual }: OfferedModels,
  offers: Offers,
  { usage, which, found }: { usage: Usage; which: readonly number[]; found: DecidingCosts },
): void {
  const { group, role, marks, rowCount } = catalog.columns;
  // by group, its model plus one
  const open = new Map<number, number>();
  for (const model of which) {
    const offer = usual[model] as number;
    const cost = offers.costs[offer] as number;
    // most makers sell what they make
    if (role[offers.rows[offer] as number] === maker && cost > 0) {
      found.costs[model] = cost;
      found.of[model] = 1;
    } else open.set(groups[model] as number, model);
  }
  if (open.size === 0) return;
  const isOpen = new Uint8Array(rowCount);
  for (const of of open.keys()) isOpen[of] = 1;
  const rowsOf = turns.map((): number[] => []);
  for (let row = 0; row < rowCount; row += 1) {
    if (isOpen[group[row] as number] === 0) continue;
    const as = role[row] as number;
    const isMarked = marks[row] !== 0;
    const turn = as === maker ? 0 : as === makersOther ? 1 : isMarked ? 4 : as === host ? 2 : 3;
    rowsOf[turn]?.push(row);
  }
  for (const [turn, of] of turns.entries()) {
    const rows = rowsOf[turn]?.filter((row) => open.has(group[row] as number)) ?? [];
    if (rows.length > 0) settle(catalog, { open, found, usage, of }, Uint32Array.from(rows));
  }
}

interface Settling {
  open: Map<number, number>;
  found: DecidingCosts;
  usage: Usage;
  of: CostOf;
}

/** Those whose cost these rows know. */
function settle(
  catalog: FilteredCatalog,
  { open, found, usage, of }: Settling,
  rows: Uint32Array,
): void {
  const { group } = catalog.columns;
  const costs = perRequestsOf(catalog.columns, rows, usage, (row) => catalog.modelAt(row));
  const known = new Map<number, number[]>();
  for (let at = 0; at < rows.length; at += 1) {
    const cost = costs[at] as number;
    if (!(cost > 0)) continue;
    const model = group[rows[at] as number] as number;
    const others = known.get(model);
    if (others === undefined) known.set(model, [cost]);
    else others.push(cost);
  }
  for (const [model, all] of known) {
    const at = open.get(model) as number;
    found.costs[at] = middleOf(all);
    found.of[at] = costsOf.indexOf(of) + 1;
    open.delete(model);
  }
}

/** Between the two in the middle of an even number. */
function middleOf(costs: number[]): number {
  if (costs.length === 1) return costs[0] as number;
  costs.sort((a, b) => a - b);
  const half = (costs.length - 1) / 2;
  const both = (costs[Math.floor(half)] as number) + (costs[Math.ceil(half)] as number);
  // without the noise of floats
  return Number((both / 2).toPrecision(12));
}
