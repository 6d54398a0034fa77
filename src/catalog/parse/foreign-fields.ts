import type { ModelRow } from "../words/model.ts";
import type { Notebook } from "./findings.ts";
import { fieldsOfEveryModel, isSaid, maySay } from "./other-words.ts";
import type { WireRecord } from "./values.ts";
import { valuesAt } from "./values-at.ts";

interface Row {
  model: ModelRow;
  wire: WireRecord;
}

/**
 * Notes what most rows of a catalog say under a name that nobody knows: they lack a field that models.dev has of every
 * model, and have another of the same kind, which no row has that says it as models.dev does.
 */
export function noteForeignFields(models: readonly Row[], notebook: Notebook): void {
  for (const unknown of notebook.unknownInMost(models.length)) {
    const having = models.filter(({ wire }) => isSaid(wire, unknown));
    for (const field of fieldsOfEveryModel) {
      const isInstead = having.every(
        ({ wire }) => !isSaid(wire, field) && maySay(wire, unknown, field),
      );
      if (isInstead) for (const row of having) lose(row, valuesAt(`model.${field}`), notebook);
    }
  }
}

function lose({ model }: Row, values: readonly string[], notebook: Notebook): void {
  const known = model.notUnderstood ?? [];
  const more = values.filter((value) => !known.includes(value));
  if (more.length === 0) return;
  model.notUnderstood = [...known, ...more];
  notebook.countRow({ notUnderstood: more });
}
