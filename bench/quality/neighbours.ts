import { readId } from "../../src/catalog/inferred/identity/host-syntax.ts";
import type { DescribedModel } from "../../src/catalog/inferred/quality/describe.ts";
import { exceptionFor } from "./exceptions.ts";
import type { Day } from "./days.ts";
import type { Pair } from "./pairs.ts";

/** Two models of one maker of which the first is better, or is expected to be. */
export interface Neighbours {
  better: number;
  worse: number;
  kind: "measured" | "successive";
}

/** Pairs that were measured, and every two successive models of one family and tier, less the exceptions. */
export function neighboursOf(
  { grounds }: { grounds: Pick<Day["grounds"], "models"> },
  pairs: readonly Pair[],
): Neighbours[] {
  const maker = new Map(grounds.models.map((model) => [model.group, model.maker]));
  const measured = pairs
    .filter(({ better, worse }) => maker.get(better) && maker.get(better) === maker.get(worse))
    .map(({ better, worse }): Neighbours => ({ better, worse, kind: "measured" }));
  return [...measured, ...successive(grounds.models)];
}

function successive(models: readonly DescribedModel[]): Neighbours[] {
  const lines = new Map<string, Placed[]>();
  for (const model of models) {
    const placed = placeOf(model);
    if (placed === undefined) continue;
    lines.set(placed.line, [...(lines.get(placed.line) ?? []), placed]);
  }
  return [...lines.values()].flatMap((line) => {
    line.sort((a, b) => a.years - b.years);
    return line.slice(1).flatMap((newer, at): Neighbours[] => {
      const older = line[at] as Placed;
      // editions of one version, dated or not, are no successors
      if (newer.edition === older.edition || newer.years === older.years) return [];
      if (exceptionFor(newer.key, older.key) !== undefined) return [];
      return [{ better: newer.group, worse: older.group, kind: "successive" }];
    });
  });
}

interface Placed {
  group: number;
  key: string;
  years: number;
  /** Maker, words without versions, sizes, and whether it has a date: family and tier. */
  line: string;
  /** What tells models of a line apart: versions and dates. */
  edition: string;
}

// k2.5, 4o, 3.1: what changes from one model of a line to the next; e2b is a size
const version = /^(?!e\d+b$)([a-z]*?)(\d+(?:\.\d+)?)([a-z]*)$/;
// an alias that moves is no model of a line; what a host writes behind it makes no other line
const passing = new Set(["preview", "first", "tuned"]);

/** Undefined for an alias that moves, and for what has neither version nor date. */
function placeOf({ group, key, maker, years }: DescribedModel): Placed | undefined {
  const { words, sizes, marks, stamps } = readId(key);
  if (maker === null || years === null) return undefined;
  if (marks.some(({ kind }) => kind === "latest")) return undefined;
  const versions = words.flatMap((word) => version.exec(word)?.[2] ?? []);
  if (versions.length === 0 && stamps.length === 0) return undefined;
  const plain = words.map((word) => word.replace(version, "$1#$3"));
  const own = marks.filter(({ kind }) => !passing.has(kind)).map(({ name }) => name);
  const dated = versions.length === 0 ? ["dated"] : [];
  return {
    group,
    key,
    years,
    line: [maker, ...[...plain, ...own].sort(), ...[...sizes].sort(), ...dated].join(" "),
    edition: versions.length === 0 ? stamps.join(" ") : versions.join(" "),
  };
}
