import type { Warning } from "../../failure.ts";
import type { FilteredRows } from "./filter.ts";

/** What a list does not show although somebody might expect it. */
export function hiddenNotes(
  found: Omit<FilteredRows, "rows"> & { rows: ArrayLike<number> },
  shown: number,
): Warning[] {
  const notes: Warning[] = [];
  const { hiddenDeprecated, hiddenUnpriced, hiddenPlanned, hiddenUnfit, rows } = found;
  if (rows.length > shown) {
    notes.push({
      code: "list.limited",
      message: `${shown} of ${rows.length} models shown; --limit ${rows.length} shows all`,
    });
  }
  if (hiddenDeprecated > 0) {
    notes.push({
      code: "list.hidden-deprecated",
      message: `${count(hiddenDeprecated, "deprecated model")} hidden; --status all shows all`,
    });
  }
  if (hiddenUnfit > 0) {
    notes.push({
      code: "list.hidden-unfit",
      message: `${count(hiddenUnfit, "model")} left out: the usage exceeds a limit (context, input or output)`,
    });
  }
  if (hiddenUnpriced > 0) {
    notes.push({
      code: "list.hidden-unpriced",
      message: `${count(hiddenUnpriced, "model")} without a listed price left out; --include-unpriced keeps them`,
    });
  }
  if (hiddenPlanned > 0) {
    notes.push({
      code: "list.hidden-plan",
      message: `${count(hiddenPlanned, "model")} sold in a plan left out; --provider or --include-unpriced keeps them`,
    });
  }
  return notes;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
