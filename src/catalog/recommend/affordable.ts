import { unlistedOf } from "../cost/unlisted.ts";
import { periodsIn, type RequestsOrAll, type Usage } from "../cost/usage.ts";
import { bitOf } from "../words/marks.ts";
import { verdictOf } from "../query/ceilings.ts";
import { ceilingsOf } from "../query/conditions.ts";
import { costOfRow } from "../query/cost-of-row.ts";
import type { FilteredCatalog, ModelFilter } from "../query/filter-fields.ts";
import type { Removed } from "./constraints.ts";
import type { Offers } from "./offers.ts";
import { saidCondition } from "./said-condition.ts";
import { tally } from "./tally.ts";

/** What a recommendation may cost. */
export interface Budget {
  filter: ModelFilter;
  usage: Usage;
  requests?: RequestsOrAll;
  /** USD a month for `usage` times `requests`. */
  maxMonthlyCost?: number;
}

const free = "at no charge (--free looks among them)";
// what costs nothing in a plan is left out for that
const ofAPlan = bitOf("plan") | bitOf("local");

/** Leaves in `offers` what may cost what it costs; gives how many others there were, the reason met first first. */
export function keepAffordable(
  catalog: FilteredCatalog,
  offers: Offers,
  budget: Budget,
): Removed[] {
  const { filter } = budget;
  const mayBeUnpriced = filter.includeUnpriced === true;
  const withFree = filter.free === true;
  const { marks } = catalog.columns;
  const judge = judgeOf(catalog, budget);
  const removed: Removed[] = [];
  const { rows, costs, count } = offers;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const cost = costs[at] as number;
    let reason = judge?.(row, cost);
    if (reason === undefined) {
      if (Number.isNaN(cost)) reason = mayBeUnpriced ? undefined : unpricedOf(catalog, row, budget);
      else if (cost === 0 && !withFree && ((marks[row] as number) & ofAPlan) === 0) reason = free;
    }
    if (reason === undefined) {
      rows[kept] = row;
      costs[kept] = cost;
      kept += 1;
    } else tally(removed, reason);
  }
  offers.count = kept;
  return removed;
}

const unpriced = "no listed price (--include-unpriced keeps them)";
const boundedBy: ReadonlySet<string> = new Set(["inputAudio", "outputAudio"]);

/** What keeps a cost from being known; undefined where it is that of audio alone, which leaves a lower bound. */
function unpricedOf(catalog: FilteredCatalog, row: number, { usage }: Budget): string | undefined {
  const { columns } = catalog;
  if (Number.isNaN(columns.inputPrice[row]) && Number.isNaN(columns.outputPrice[row])) {
    return unpriced;
  }
  const modelOf = () => catalog.modelAt(row);
  const cost = costOfRow(columns, row, usage, modelOf);
  const unknown = cost.unknown.filter((part) => !boundedBy.has(part));
  if (unknown.length === 0) return undefined;
  const unlisted = unlistedOf({ ...cost, unknown });
  const named = unlisted.unpriced;
  if (unlisted.unclear.length > 0) {
    return `a price with ${unlisted.unclear.join(" and ")}, not understood (--include-unpriced keeps them)`;
  }
  if (unlisted.hasTwoOutputs && named.length === 0) {
    return "two prices of output, and not which all of it has (--include-unpriced keeps them)";
  }
  return `no listed price of ${named.join(" and ")} (--include-unpriced keeps them)`;
}

/** The ceiling a row is above, or why that cannot be told. */
type Judge = (row: number, perRequest: number) => string | undefined;

/** Undefined where no ceiling is asked for. */
function judgeOf(catalog: FilteredCatalog, budget: Budget): Judge | undefined {
  const { filter, maxMonthlyCost } = budget;
  const ceilings = ceilingsOf(catalog, filter).map(({ name, test }) => ({
    reason: saidCondition(filter, name),
    tests: [test],
  }));
  if (ceilings.length === 0 && maxMonthlyCost === undefined) return undefined;
  return (row, perRequest) => {
    for (const { reason, tests } of ceilings) {
      const verdict = verdictOf(tests, row);
      if (verdict === "above") return reason;
      if (verdict === "unknown" && filter.includeUnpriced !== true) return unpriced;
    }
    const isAbove =
      maxMonthlyCost !== undefined && costsMore(catalog, row, perRequest, maxMonthlyCost, budget);
    return isAbove ? `--max-monthly-cost ${maxMonthlyCost}` : undefined;
  };
}

// far more than a float is out by
const close = 1e-6;

function costsMore(
  catalog: FilteredCatalog,
  row: number,
  perRequest: number,
  ceiling: number,
  { usage, requests }: Budget,
): boolean {
  if (requests?.per === undefined) return false;
  const [over, under] = periodsIn("month", requests.per);
  const about = (perRequest * requests.count * over) / under;
  if (about < ceiling * (1 - close)) return false;
  if (about > ceiling * (1 + close)) return true;
  // to the last digit, or of the parts whose price is listed
  const modelOf = () => catalog.modelAt(row);
  return (costOfRow(catalog.columns, row, usage, modelOf, requests).perMonth ?? 0) > ceiling;
}
