import { otherNamesIn } from "../../catalog/search/other-names.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { makerLetters } from "../../catalog/words/maker-letters.ts";
import { nearest } from "../../catalog/words/nearest.ts";
import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";

/** All names of the makers named: `mistral` is `mistralai` and `mistral-ai` elsewhere, and `alibaba` is `qwen`. */
export function makersNamed(
  view: CatalogView,
  names: readonly string[],
  field: "maker" | "notMaker",
): string[] {
  const known = view.columns.makers;
  const others = [...otherNamesIn(view)];
  return names.flatMap((name) => {
    const isSo = (one: string): boolean => makerLetters(one) === makerLetters(name);
    const also = others.filter(([other, maker]) => isSo(other) || isSo(maker)).flat();
    const found = known.filter((one) => isSo(one) || also.includes(one));
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
