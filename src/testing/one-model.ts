import type { ModelInfo, ModelRow } from "../catalog/words/model.ts";
import { Notebook } from "../catalog/parse/findings.ts";
import { parseModel } from "../catalog/parse/model.ts";
import { type Wire, wireModel } from "./catalog-builders.ts";

/** One row of a catalog, read from what models.dev would send for `provider/id`. */
export function oneModel(ref: string, fields: Wire = {}): ModelRow {
  const slash = ref.indexOf("/");
  const id = ref.slice(slash + 1);
  return parseModel(ref.slice(0, slash), id, wireModel(id, fields), new Notebook());
}

/** The same with what is inferred of a row. */
export function ratedModel(ref: string, fields: Wire = {}): ModelInfo {
  const quality = { value: 0.5, spread: 0.4, label: "expected", results: 0 } as const;
  return { ...oneModel(ref, fields), kind: "chat", quality };
}
