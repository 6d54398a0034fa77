import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Finding } from "../../config/finding.ts";
import { ModelForgeError } from "../../failure.ts";

/** What is said of an override of a row that the catalog lacks; `said`: the failure to find one, with when it was there. */
export function unknownRow(
  view: CatalogView,
  ref: string,
  said: (error: ModelForgeError) => ModelForgeError,
): Pick<Finding, "message" | "fix"> {
  try {
    const { entry } = resolveModel(view, { name: ref });
    const message = `the catalog has no row ${ref}, so nothing is said of any`;
    return { message, fix: `write it with the whole ref: ${entry.ref}` };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { message, hint } = said(error);
    return { message: `${message}; so nothing is said of any`, fix: hint ?? null };
  }
}
