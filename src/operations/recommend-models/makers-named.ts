import { makersMeant } from "../../catalog/search/maker-names.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { nearest } from "../../catalog/words/nearest.ts";
import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";

/** All names of the makers named: `mistral` is `mistralai` and `mistral-ai` elsewhere, `alibaba` is `qwen`, and `llama` is
 * `meta`. */
export function makersNamed(
  view: CatalogView,
  names: readonly string[],
  field: "maker" | "notMaker",
): string[] {
  const known = view.columns.makers;
  const meantBy = makersMeant(view);
  return names.flatMap((name) => {
    const found = meantBy(name);
    if (found.length > 0) return found;
    const close = nearest(name.trim().toLowerCase(), known);
    throw new ModelForgeError("usage.bad-value", {
      message: `no maker ${said(name)} in the catalog`,
      hint:
        close.length > 0
          ? `did you mean ${close.join(", ")}?`
          : "a maker is who made a model: openai, anthropic, google",
      details: { maker: name, field, given: name, nearest: close },
    });
  });
}
