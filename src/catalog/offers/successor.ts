import { estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import { readId } from "../inferred/identity/host-syntax.ts";
import { stemOf } from "../inferred/identity/spelling.ts";
import { MakerNames } from "../inferred/maker-names.ts";
import { billionsOf } from "../inferred/quality/billions.ts";
import { roles } from "../inferred/sellers/role-names.ts";
import type { Columns } from "../prepared/columns.ts";
import { capabilities, modalities, toMask } from "../words/capability.ts";
import { periodKey } from "../words/dates.ts";
import type { ModelInfo } from "../words/model.ts";
import { splitRef } from "../words/ref.ts";
import type { CatalogView } from "../view.ts";

// a newer model that thinks takes no temperature: that is no loss
const notNeeded = toMask(capabilities, ["temperature"]);

/** What costs more than so many times as much is not the only advice. */
const muchDearer = 2;

// newer generations do the same with fewer
const mostTimesSmaller = 4;

/** Rows to move to. */
export interface Successors {
  recommended: number;
  /** There where the recommended one costs more than twice as much, and another comes nearer. */
  nearestInPrice?: number;
}

type Rows = Pick<CatalogView, "columns" | "refs" | "modelAt">;

/**
 * Where to move from a model that is deprecated. First to the very same model where it is sold on: by the same provider,
 * then by its maker. Then to one of the same family, or called the same but for its version, and of the same maker, newer,
 * for the same purpose, that takes and gives at least the same media and can do at least the same within at least the same
 * limits. What is called the same goes first, `glm-5.2` before `glm-5.2-air`; then what the same provider has, before the
 * maker; of several the newest, then the one whose cost for the usage is nearest. Undefined where there is none. `own` is
 * the model's row, where the catalog still has it.
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
  const group = own === undefined ? undefined : columns.group[own];
  const released = (row: number): number => columns.released[row] as number;
  const isHere = (row: number): number => (columns.provider[row] === here ? 1 : 0);
  const isSame = (row: number): number => (columns.group[row] === group ? 1 : 0);
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
      isSame(b) - isSame(a) ||
      // one model has many dates, each host its own
      (isSame(a) === 1
        ? isHere(b) - isHere(a) || nearer(a, b)
        : isOfLine(b) - isOfLine(a) ||
          isHere(b) - isHere(a) ||
          released(b) - released(a) ||
          nearer(a, b)),
  );
  if (recommended === undefined) return undefined;
  if (!(costOf(recommended) > before * muchDearer)) return { recommended };
  const [nearest] = rows.toSorted(
    (a, b) => nearer(a, b) || isOfLine(b) - isOfLine(a) || isHere(b) - isHere(a),
  );
  const isBetter = nearest !== undefined && far(nearest) < far(recommended);
  return isBetter ? { recommended, nearestInPrice: nearest } : { recommended };
}

function able(model: ModelInfo, view: Rows, own: number | undefined): number[] {
  const { columns, refs } = view;
  const family = columns.families.indexOf(model.family ?? "") + 1;
  const ownWords = wordsOfLine(model.ref);
  const provider = columns.providers.indexOf(model.provider);
  const deprecated = columns.statuses.indexOf("deprecated") + 1;
  const makersRow = own === undefined ? undefined : makersRowOf(columns, own);
  const needs = needsOf(model, makersRow === undefined ? undefined : view.modelAt(makersRow));
  const isOfMaker = sameMaker(view, model, own);
  const rows: number[] = [];
  for (let row = 0; row < columns.rowCount; row += 1) {
    if (columns.provider[row] !== provider && columns.ownRow[row] !== 1) continue;
    if (row === own || (deprecated !== 0 && columns.status[row] === deprecated)) continue;
    if (own !== undefined && columns.kind[row] !== columns.kind[own]) continue;
    if (own !== undefined && columns.group[row] === columns.group[own]) {
      // what is marked is sold on other terms; the maker's row is what the model is
      if (row === makersRow || (columns.marks[row] === 0 && isMet(columns, row, needs))) {
        rows.push(row);
      }
      continue;
    }
    if ((columns.released[row] as number) <= needs.released) continue;
    if (!isMet(columns, row, needs)) continue;
    const words = wordsOfLine(refs[row] as string);
    // hosts list no family, or each version as one of its own
    const isOfLine = ownWords.length > 0 && stemOf(words) === stemOf(ownWords);
    const isOfFamily = family !== 0 && columns.family[row] === family;
    if (!(isOfFamily || isOfLine) || isMuchSmaller(refs[row] as string, model.ref)) continue;
    if (isOfMaker(row)) rows.push(row);
  }
  return rows;
}

/** By what both names say: no 27b stands in for a 235b. */
function isMuchSmaller(one: string, than: string): boolean {
  const [size, before] = [sizeNamed(one), sizeNamed(than)];
  return size > 0 && size * mostTimesSmaller < before;
}

function sizeNamed(ref: string): number {
  const words = ref
    .slice(ref.lastIndexOf("/") + 1)
    .toLowerCase()
    .split(/[^a-z\d.]+/);
  return Math.max(0, ...words.map((word) => billionsOf(word) ?? 0));
}

interface Needs {
  capabilities: number;
  taken: number;
  given: number;
  context: number;
  output: number;
  /** `periodKey`. */
  released: number;
}

/** What a model is needed for: what its row lists, as far as the maker of the model bears it out. */
function needsOf(model: ModelInfo, makers: ModelInfo | undefined): Needs {
  const maskOf = (of: (one: ModelInfo) => number): number =>
    of(model) & (makers === undefined ? ~0 : of(makers));
  const leastOf = (of: (one: ModelInfo) => number | null): number => {
    const word = makers === undefined ? null : of(makers);
    return Math.min(of(model) ?? 0, word === null || word === 0 ? Number.POSITIVE_INFINITY : word);
  };
  return {
    capabilities: maskOf((one) => toMask(capabilities, one.capabilities)) & ~notNeeded,
    taken: maskOf((one) => toMask(modalities, knownOf(one.modalities.input))),
    given: maskOf((one) => toMask(modalities, knownOf(one.modalities.output))),
    context: leastOf((one) => one.limits.context),
    output: leastOf((one) => one.limits.output),
    released: periodKey(makers?.releaseDate ?? model.releaseDate),
  };
}

function isMet(columns: Columns, row: number, needs: Needs): boolean {
  return (
    ((columns.capabilities[row] as number) & needs.capabilities) === needs.capabilities &&
    ((columns.inputModalities[row] as number) & needs.taken) === needs.taken &&
    ((columns.outputModalities[row] as number) & needs.given) === needs.given &&
    (columns.context[row] as number) >= needs.context &&
    (columns.output[row] as number) >= needs.output
  );
}

function makersRowOf({ group, role }: Columns, own: number): number | undefined {
  const maker = roles.indexOf("maker");
  const row = group.findIndex((of, at) => of === group[own] && role[at] === maker);
  return row < 0 ? undefined : row;
}

/** Whether a row is of the same maker, under whichever of its names. */
function sameMaker(view: Rows, { provider }: ModelInfo, own: number | undefined) {
  const { maker, makers } = view.columns;
  const ofModel = own === undefined ? makers.indexOf(provider) + 1 : (maker[own] as number);
  let names: MakerNames | undefined;
  return (row: number): boolean => {
    const ofRow = maker[row] as number;
    // where nobody is known to have made one of them, the family stands for it
    if (ofModel === 0 || ofRow === 0 || ofRow === ofModel) return true;
    names ??= new MakerNames(view);
    return names.of(makers[ofRow - 1] as string) === names.of(makers[ofModel - 1] as string);
  };
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
