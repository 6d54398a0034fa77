import { estimateCost } from "../catalog/cost/estimate-cost.ts";
import type { Usage } from "../catalog/cost/usage.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import { findSuccessor } from "../catalog/query/successor.ts";
import type { CatalogView } from "../catalog/view.ts";
import type { Warning } from "../failure.ts";

// without a usage of the person's own, one million tokens in and out say how prices compare
const comparison: Usage = { input: 1_000_000, output: 1_000_000 };

/** What is deprecated among these models, what to take instead, and what that costs. */
export function deprecationNotes(
  view: CatalogView,
  models: readonly ModelInfo[],
  usage: Usage = comparison,
): Warning[] {
  return models
    .filter(({ status }) => status === "deprecated")
    .map((model) => ({ code: "model.deprecated", message: sayDeprecated(view, model, usage) }));
}

function sayDeprecated(view: CatalogView, model: ModelInfo, usage: Usage): string {
  const row = findSuccessor(model, view.columns);
  if (row === undefined)
    return `${model.ref} is deprecated; the catalog names no successor that can do the same`;
  const successor = view.modelAt(row);
  return `${model.ref} is deprecated; take ${successor.ref}${changeOfCost(model, successor, usage)}`;
}

function changeOfCost(from: ModelInfo, to: ModelInfo, usage: Usage): string {
  const before = estimateCost(from, usage);
  const after = estimateCost(to, usage);
  if (!before.complete || !after.complete || !before.perRequest || after.perRequest === null)
    return "";
  const percent = Math.round((after.perRequest / before.perRequest - 1) * 100);
  if (percent === 0) {
    return `, which costs ${after.perRequest === before.perRequest ? "" : "about "}the same`;
  }
  return `, which costs ${Math.abs(percent)} % ${percent > 0 ? "more" : "less"}`;
}
