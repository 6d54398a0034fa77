import type { ModelInfo, ModelRow } from "../words/model.ts";
import { type Kind, kinds } from "../words/kinds.ts";
import { type Quality, roundedFigure } from "../words/quality.ts";
import type { ChoiceColumns } from "./choice-columns.ts";
import type { LineWriter } from "./line-writer.ts";
import type { Places } from "./lines.ts";
import { rowsByRank } from "./ranks.ts";

type Inferred = Pick<ChoiceColumns, "quality" | "spread" | "results"> & { kind: Uint8Array };

/**
 * Writes a line, a `ModelInfo`, for every row: what stands in it, and what is inferred of it. They follow each other by
 * rank, in the order of a list that nobody said another for: of that, many are read at once.
 */
export function placeModels(
  models: readonly ModelRow[],
  inferred: Inferred,
  rank: Uint32Array,
  lines: LineWriter,
): Places {
  const jsonOf = (model: ModelRow, row: number): string => {
    const rating = JSON.stringify(ratingAt(inferred, row));
    return `${JSON.stringify(model).slice(0, -1)},${rating.slice(1)}`;
  };
  return lines.addTexts(models, jsonOf, rowsByRank(rank));
}

/** What is inferred of a row. */
export function ratingAt(inferred: Inferred, row: number): Pick<ModelInfo, "kind" | "quality"> {
  const kind = kinds[inferred.kind[row] as number] as Kind;
  return { kind, quality: qualityAt(inferred, row) };
}

/** `null` for what holds no conversation, though others list its model as one that does. */
function qualityAt({ kind, quality, spread, results }: Inferred, row: number): Quality | null {
  const value = quality[row] as number;
  if (Number.isNaN(value) || kinds[kind[row] as number] !== "chat") return null;
  const count = results[row] as number;
  return {
    value: roundedFigure(value),
    spread: roundedFigure(spread[row] as number),
    label: count > 0 ? "published" : "expected",
    results: count,
  };
}
