import { ModelForgeError } from "../../failure.ts";
import type { CatalogView } from "../view.ts";
import { nearest } from "../words/nearest.ts";
import { said } from "../words/said.ts";

/** The catalog's own id of a provider. Throws `provider.not-found`. */
export function providerId(
  name: string,
  view: Pick<CatalogView, "findProvider" | "providers">,
): string {
  const found = view.findProvider(name);
  if (found !== undefined) return found.provider.id;
  const all = view.providers();
  const close = nearest(
    name,
    all.map(({ id }) => id),
  );
  throw new ModelForgeError("provider.not-found", {
    message: `no provider ${said(name)} in the catalog`,
    hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : "modelforge providers lists all",
    details: { provider: name, nearest: close },
  });
}
