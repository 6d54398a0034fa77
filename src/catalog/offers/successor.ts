import { estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import { readId } from "../inferred/identity/host-syntax.ts";
import { stemOf } from "../inferred/identity/spelling.ts";
import { capabilities, modalities, toMask } from "../words/capability.ts";
import { periodKey } from "../words/dates.ts";
import type { ModelInfo } from "../words/model.ts";
import { splitRef } from "../words/ref.ts";
import type { CatalogView } from "../view.ts";

// a newer model that thinks takes no temperature: that is no loss
const notNeeded = toMask(capabilities, ["temperature"]);

/** What costs more than so many times as much is not the only advice. */
const muchDearer = 2;

/** Rows to move to. */
export interface Successors {
  recommended: number;
  /** There where the recommended one costs more than twice as much, and another comes nearer. */
  nearestInPrice?: number;
}

type Rows = Pick<CatalogView, "columns" | "refs" | "modelAt">;

/**
 * Where to move from a model that is deprecated: to one of the same family, or called the same but for its version, and
 * of the same maker, newer, for the same purpose, that takes and gives at least the same media and can do at least the same
 * within at least the same limits. What is called the same goes first, `glm-5.2` before `glm-5.2-air`; then what the same
 * provider has, before the maker; of several the newest, then the one whose cost for the usage is nearest. Undefined where
 * there is none. `own` is the model's row, where the catalog still has it.
 */
export function findSuccessor(
  model: ModelInfo,
  view: Rows,
  usage: Usage,
  own?: number,
): Successors | undefined {
  const { columns } = view;
  const rows = able(model, view, own);
  const here = columns.providers.indexOf(model.provider);
  const released = (row: number): number => columns.released[row] as number;
  const isHere = (row: number): number => (columns.provider[row] === here ? 1 : 0);
  const before = knownCost(model, usage);
  const costs = new Map(rows.map((row) => [row, knownCost(view.modelAt(row), usage)] as const));
  const costOf = (row: number): number => costs.get(row) ?? Number.NaN;
  const far = (row: number): number => distanceBetween(before, costOf(row));
  // no difference of two that are both unknown
  const nearer = (a: number, b: number): number => (far(a) === far(b) ? 0 : far(a) - far(b));
  const line = lineOf(model.ref);
  const isOfLine = (row: number): number => (lineOf(view.refs[row] as string) === line ? 1 : 0);
  const [recommended] = rows.toSorted(
    (a, b) =>
      isOfLine(b) - isOfLine(a) ||
      isHere(b) - isHere(a) ||
      released(b) - released(a) ||
      nearer(a, b),
  );
  if (recommended === undefined) return undefined;
  if (!(costOf(recommended) > before * muchDearer)) return { recommended };
  const [nearest] = rows.toSorted(
    (a, b) => nearer(a, b) || isOfLine(b) - isOfLine(a) || isHere(b) - isHere(a),
  );
  const isBetter = nearest !== undefined && far(nearest) < far(recommended);
  return isBetter ? { recommended, nearestInPrice: nearest } : { recommended };
}

function able(model: ModelInfo, { columns, refs }: Rows, own: number | undefined): number[] {
  const family = columns.families.indexOf(model.family ?? "") + 1;
  const ownWords = wordsOfLine(model.ref);
  const provider = columns.providers.indexOf(model.provider);
  const deprecated = columns.statuses.indexOf("deprecated") + 1;
  const needed = toMask(capabilities, model.capabilities) & ~notNeeded;
  const taken = toMask(modalities, knownOf(model.modalities.input));
  const given = toMask(modalities, knownOf(model.modalities.output));
  const released = periodKey(model.releaseDate);
  const maker = own === undefined ? columns.makers.indexOf(model.provider) + 1 : columns.maker[own];
  const rows: number[] = [];
  for (let row = 0; row < columns.rowCount; row += 1) {
    if (columns.provider[row] !== provider && columns.ownRow[row] !== 1) continue;
    if (deprecated !== 0 && columns.status[row] === deprecated) continue;
    if ((columns.released[row] as number) <= released) continue;
    if (((columns.capabilities[row] as number) & needed) !== needed) continue;
    if (((columns.inputModalities[row] as number) & taken) !== taken) continue;
    if (((columns.outputModalities[row] as number) & given) !== given) continue;
    if ((columns.context[row] as number) < (model.limits.context ?? 0)) continue;
    if ((columns.output[row] as number) < (model.limits.output ?? 0)) continue;
    if (own !== undefined && columns.kind[row] !== columns.kind[own]) continue;
    // where nobody is known to have made one of them, the family stands for it
    if (maker !== 0 && columns.maker[row] !== 0 && columns.maker[row] !== maker) continue;
    const words = wordsOfLine(refs[row] as string);
    // hosts list no family, or each version as one of its own
    const isOfLine = ownWords.length > 0 && stemOf(words) === stemOf(ownWords);
    const isOfFamily = family !== 0 && columns.family[row] === family;
    if (isOfFamily || isOfLine) rows.push(row);
  }
  return rows;
}

/** The words of an id without versions: `glm` of `zai-org/GLM-5.2`. */
function wordsOfLine(ref: string): string[] {
  const { words } = readId(splitRef(ref)?.id ?? "");
  return words.map((word) => word.replaceAll(/[\d.]+/g, "")).filter((word) => word !== "");
}

function lineOf(ref: string): string {
  return stemOf(wordsOfLine(ref));
}

function knownOf(media: readonly string[]) {
  return modalities.filter((one) => media.includes(one));
}

/** USD; NaN where a price that the usage needs is not known. */
function knownCost(model: ModelInfo, usage: Usage): number {
  const { complete, perRequest } = estimateCost(model, usage);
  return complete && perRequest !== null ? perRequest : Number.NaN;
}

/** How many times dearer or cheaper, as a logarithm, and from nothing what it costs; what is unknown is the farthest. */
function distanceBetween(before: number, cost: number): number {
  const distance = before === 0 ? cost : Math.abs(Math.log(cost / before));
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}
