import type { Usage } from "../catalog/cost/usage.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import type { CatalogView } from "../catalog/view.ts";
import type { Warning } from "../failure.ts";
import { saySuccessors, successorsOf } from "./successors.ts";

/** What is deprecated among these models, what to take instead, and what that costs. */
export function deprecationNotes(
  view: CatalogView,
  models: readonly ModelInfo[],
  usage?: Usage,
): Warning[] {
  return models
    .filter(({ status }) => status === "deprecated")
    .map((model) => {
      const successors = successorsOf(view, model, usage);
      const advice =
        successors.length === 0
          ? "; the catalog names no successor that can do the same"
          : `; take ${saySuccessors(successors)}`;
      return {
        code: "model.deprecated",
        message: `${model.ref} is deprecated${advice}`,
        details: { model: model.ref, successors },
      };
    });
}
