import { kindOfMark, type MarkKind } from "../inferred/identity/marks.ts";
import type { SpelledEntry } from "../prepared/spellings.ts";

/** What a name says besides its words. */
export type Facets = Pick<SpelledEntry, "sizes" | "stamps" | "marks">;

export interface Distance {
  /** 0 where both say the same; in no unit, for comparing. */
  cost: number;
  /** What differs is often left out or added by whoever writes the name of the same model. */
  isSure: boolean;
}

/** How far what was typed is from how a model is written, where both have the same words. */
export function distanceBetween(typed: Facets, written: Facets): Distance {
  const parts = [
    ofSizes(typed.sizes, written.sizes),
    ofStamps(typed.stamps, written.stamps),
    ...differing(typed.marks, written.marks).map((name) => ofMark(name, typed.marks)),
  ];
  return {
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
    isSure: parts.every(({ isSure }) => isSure),
  };
}

const same: Distance = { cost: 0, isSure: true };

function ofSizes(typed: readonly string[], written: readonly string[]): Distance {
  if (differing(typed, written).length === 0) return same;
  if (typed.every((size) => written.includes(size))) return { cost: 2, isSure: true };
  // 35b-a3b for 35b; a size that nobody names is another model's
  const isFuller = written.length > 0 && written.every((size) => typed.includes(size));
  return isFuller ? { cost: 1, isSure: true } : { cost: 30, isSure: false };
}

function ofStamps(typed: readonly string[], written: readonly string[]): Distance {
  if (differing(typed, written).length === 0) return same;
  // the caller knows whether a date fits, or whether several are meant
  if (typed.length === 0 || written.length === 0) return { cost: 2, isSure: true };
  const [one = ""] = typed;
  const [other = ""] = written;
  return isPartOf(one, other) || isPartOf(other, one)
    ? { cost: 0.5, isSure: true }
    : { cost: 20, isSure: false };
}

/** `2025-08` of `2025-08-07`, and `--08-07` of it. */
function isPartOf(part: string, whole: string): boolean {
  return whole.startsWith(part) || (part.startsWith("--") && whole.endsWith(part.slice(1)));
}

/** Marks that come and go between the names of one model. */
const often: Partial<Record<MarkKind, number>> = { preview: 1, latest: 1, first: 1, tuned: 1 };
/** Ways in which one model is served: whoever types one means the model. */
const served: Partial<Record<MarkKind, number>> = { thinking: 3, effort: 3, serving: 3 };

export function comesAndGoes(mark: string): boolean {
  const kind = kindOfMark(mark);
  return kind === "plain" || (kind !== undefined && (often[kind] ?? served[kind]) !== undefined);
}

function ofMark(name: string, typed: readonly string[]): Distance {
  const kind = kindOfMark(name) ?? "speed";
  const cost = often[kind] ?? (typed.includes(name) ? served[kind] : undefined);
  return cost === undefined ? { cost: 8, isSure: false } : { cost, isSure: true };
}

function differing(some: readonly string[], others: readonly string[]): string[] {
  return [
    ...some.filter((one) => !others.includes(one)),
    ...others.filter((one) => !some.includes(one)),
  ];
}
