import type { ModelInfo } from "../catalog/words/model.ts";
import { Notebook } from "../catalog/parse/findings.ts";
import { parseModel } from "../catalog/parse/model.ts";
import { type Wire, wireModel } from "./catalog-builders.ts";

/** One row of a catalog, read from what models.dev would send for `provider/id`. */
export function oneModel(ref: string, fields: Wire = {}): ModelInfo {
  const slash = ref.indexOf("/");
  const id = ref.slice(slash + 1);
  return parseModel(ref.slice(0, slash), id, wireModel(id, fields), new Notebook());
}
