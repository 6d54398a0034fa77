import { resolveModel } from "../catalog/search/resolve-model.ts";
import type { CatalogView } from "../catalog/view.ts";
import { ModelForgeError } from "../failure.ts";

/** The ref that an id alone means; where several sell it and nobody made it, one of them. Undefined for what is no id. */
export function meantByBareId(view: CatalogView, id: string): string | undefined {
  const [first] = view.findId(id)?.rows ?? [];
  if (first === undefined) return undefined;
  try {
    return resolveModel(view, { name: id }).entry.ref;
  } catch (error) {
    if (error instanceof ModelForgeError) return first.ref;
    throw error;
  }
}
