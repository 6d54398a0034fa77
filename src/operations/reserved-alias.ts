import { type Asked, type Resolved, resolveModel } from "../catalog/search/resolve-model.ts";
import type { CatalogView } from "../catalog/view.ts";
import { isReservedAlias } from "../config/aliases.ts";
import { ModelForgeError } from "../failure.ts";

/** The row that a name means; `small` and `large` are there to be set, and mean none that only looks like them. */
export function unreserved(view: CatalogView, asked: Asked): Resolved {
  const name = asked.name.trim();
  if (!isReservedAlias(name) || view.findId(name) !== undefined) return resolveModel(view, asked);
  throw notSet(name);
}

function notSet(alias: string): ModelForgeError {
  return new ModelForgeError("model.not-found", {
    message: `${alias} stands for no model yet`,
    hint: `modelforge config alias ${alias} <model>`,
    details: { model: alias, nearest: [] },
  });
}
