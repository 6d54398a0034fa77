import { asRequests, type RequestsOrAll } from "../catalog/cost/usage.ts";
import type { FilterInput } from "../catalog/query/filter-fields.ts";
import { ModelForgeError } from "../failure.ts";

interface Counted extends Pick<FilterInput, "requests" | "maxCost"> {
  maxMonthlyCost?: number;
}

/**
 * A number alone is of all requests where the ceiling is on what they cost, else of a day.
 *
 * Throws `usage.bad-value` where it is asked for both.
 */
export function requestsMeant({ requests, maxCost, maxMonthlyCost }: Counted): {
  requests?: RequestsOrAll;
} {
  if (requests === undefined) return {};
  const { count, per } = asRequests(requests);
  if (per !== undefined) return { requests: { count, per } };
  if (maxCost === undefined) return { requests: { count, per: "day" } };
  if (maxMonthlyCost === undefined) return { requests: { count } };
  throw new ModelForgeError("usage.bad-value", {
    message: `${count} requests are all there are for a ceiling on the cost, and a day's for one on the monthly cost`,
    hint: `say the time: --requests ${count}/day, or { count: ${count}, per: "day" }`,
    details: { field: "requests", given: count },
  });
}
