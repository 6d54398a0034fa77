import { ModelForgeError } from "../failure.ts";
import { resolveModel } from "../catalog/search/resolve-model.ts";
import type { CatalogView } from "../catalog/view.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import { pastedNames } from "./pasted-names.ts";

/** How many names of a rule were asked for, and what came. */
interface RuleMeasured {
  asked: number;
  resolved: number;
  /** Not taken, but named first among what may be meant. */
  suggested: number;
  /** Answered, with another model. */
  wrong: number;
}

export interface NamesMeasured extends Pick<RuleMeasured, "asked"> {
  right: number;
  rules: Record<string, RuleMeasured>;
  missed: string[];
}

/** Asks a catalog for what the rules make of these models, but for what is in it by that name. */
export function measureNames(view: CatalogView, models: readonly ModelInfo[]): NamesMeasured {
  const measured: NamesMeasured = { asked: 0, right: 0, rules: {}, missed: [] };
  const seen = new Set<string>();
  for (const model of models) {
    const group = groupOf(view, model.ref);
    for (const { rule, name } of pastedNames(model)) {
      const key = `${group} ${name}`;
      if (seen.has(key) || isThere(view, name)) continue;
      seen.add(key);
      measured.rules[rule] ??= { asked: 0, resolved: 0, suggested: 0, wrong: 0 };
      const one = measured.rules[rule];
      one.asked += 1;
      measured.asked += 1;
      const { ref, isTaken } = answerTo(view, name);
      const isRight = ref !== undefined && groupOf(view, ref) === group;
      if (isRight) {
        measured.right += 1;
        one[isTaken ? "resolved" : "suggested"] += 1;
        continue;
      }
      if (isTaken) one.wrong += 1;
      measured.missed.push(
        `${rule}: ${name} of ${model.ref} gives ${ref} (${isTaken ? "taken" : "suggested"})`,
      );
    }
  }
  return measured;
}

function isThere(view: CatalogView, name: string): boolean {
  return view.findModelEntry(name) !== undefined || view.findId(name) !== undefined;
}

function answerTo(view: CatalogView, name: string): { ref: string | undefined; isTaken: boolean } {
  try {
    return { ref: resolveModel(view, { name }).entry.ref, isTaken: true };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { candidates, nearest } = error.details as Partial<Record<string, string[]>>;
    return { ref: (candidates ?? nearest)?.[0], isTaken: false };
  }
}

function groupOf(view: CatalogView, ref: string): string {
  const entry = view.findModelEntry(ref);
  return entry === undefined ? "" : view.groupOf(entry).key;
}
