import type { Warning } from "../../failure.ts";
import { asRequests } from "../cost/usage.ts";
import type { FilterInput } from "./filter-fields.ts";

/** What a ceiling on the cost of requests is compared with. */
export function ceilingNotes({
  maxCost,
  requests,
}: Pick<FilterInput, "maxCost" | "requests">): Warning[] {
  if (maxCost === undefined || requests === undefined) return [];
  const { count, per } = asRequests(requests);
  const compared =
    per === undefined
      ? `all ${count} requests together; with a time, like ${count}/day, it is for a month`
      : `a month of 30 days, at ${count} ${count === 1 ? "request" : "requests"} a ${per}`;
  return [{ code: "list.ceiling", message: `the ceiling of ${maxCost} USD is for ${compared}` }];
}
