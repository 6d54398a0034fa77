import type { Warning } from "../../failure.ts";
import { dateKey } from "../words/dates.ts";
import { flagName } from "../words/field.ts";
import type { ModelFilter } from "./filter-fields.ts";

type Found = readonly [one: keyof ModelFilter, other: keyof ModelFilter, about: string];

/** Conditions that no model can meet, whatever the catalog: why a list is empty. */
export function contradictions(filter: ModelFilter): Warning[] {
  return [...pairs(filter)].map(([one, other, about]) => ({
    code: "filter.contradiction",
    message: `${flagName(one)} and ${flagName(other)} contradict each other${about}: no model meets both`,
  }));
}

function* pairs(filter: ModelFilter): Generator<Found> {
  const { capability = [], without = [], provider, notProvider = [], configured } = filter;
  for (const name of capability.filter((one) => without.includes(one)))
    yield ["capability", "without", ` (${name})`];
  if (provider?.every((one) => notProvider.includes(one)) === true)
    yield ["provider", "notProvider", ""];
  if (filter.openWeights === true && without.includes("open-weights"))
    yield ["openWeights", "without", " (open-weights)"];
  if (filter.openWeights === false && capability.includes("open-weights"))
    yield ["openWeights", "capability", " (open-weights)"];
  const inputs: readonly string[] = filter.inputModality ?? [];
  for (const name of without.filter((one) => inputs.includes(one === "vision" ? "image" : one)))
    yield ["inputModality", "without", ` (${name})`];
  const { releasedAfter, releasedBefore } = filter;
  const isAfter =
    releasedAfter !== undefined &&
    releasedBefore !== undefined &&
    isLater(releasedAfter, releasedBefore);
  if (isAfter) yield ["releasedAfter", "releasedBefore", ""];
  if (
    configured !== undefined &&
    provider?.every((one) => !configured.includes(one)) === true &&
    configured.length > 0
  )
    yield ["configured", "provider", ""];
}

/** A month or a year that ends something means all of it. */
function isLater(after: string, before: string): boolean {
  return (
    dateKey(after).toString().slice(0, before.replaceAll("-", "").length) >
    before.replaceAll("-", "")
  );
}
