import { capabilities, modalities, toMask } from "../words/capability.ts";
import { periodKey } from "../words/dates.ts";
import type { ModelInfo } from "../words/model.ts";
import type { Columns } from "../prepared/columns.ts";

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

/**
 * Where to move from a model that is deprecated: to one of the same family and maker, newer, for the same purpose, that
 * takes and gives at least the same media and can do at least the same within at least the same limits. At the same
 * provider where it has one, else at the maker's; of several the newest, then the one whose price is nearest. Undefined
 * where there is none. `own` is the model's row, where the catalog still has it.
 */
export function findSuccessor(
  model: ModelInfo,
  columns: Columns,
  own?: number,
): Successors | undefined {
  const rows = able(model, columns, own);
  const here = columns.providers.indexOf(model.provider);
  const released = (row: number): number => columns.released[row] as number;
  const isHere = (row: number): number => (columns.provider[row] === here ? 1 : 0);
  const distance = new Map(rows.map((row) => [row, priceDistance(model, columns, row)]));
  const far = (row: number): number => distance.get(row) ?? Number.POSITIVE_INFINITY;
  // no difference of two that are both unknown
  const nearer = (a: number, b: number): number => (far(a) === far(b) ? 0 : far(a) - far(b));
  const [recommended] = rows.toSorted(
    (a, b) => isHere(b) - isHere(a) || released(b) - released(a) || nearer(a, b),
  );
  if (recommended === undefined) return undefined;
  if (!(timesDearer(model, columns, recommended) > muchDearer)) return { recommended };
  const [nearest] = rows.toSorted((a, b) => nearer(a, b) || isHere(b) - isHere(a));
  const isBetter = nearest !== undefined && far(nearest) < far(recommended);
  return isBetter ? { recommended, nearestInPrice: nearest } : { recommended };
}

function able(model: ModelInfo, columns: Columns, own: number | undefined): number[] {
  const family = columns.families.indexOf(model.family ?? "") + 1;
  if (family === 0) return [];
  const provider = columns.providers.indexOf(model.provider);
  const deprecated = columns.statuses.indexOf("deprecated") + 1;
  const needed = toMask(capabilities, model.capabilities) & ~notNeeded;
  const taken = toMask(modalities, knownOf(model.modalities.input));
  const given = toMask(modalities, knownOf(model.modalities.output));
  const released = periodKey(model.releaseDate);
  const maker = own === undefined ? columns.makers.indexOf(model.provider) + 1 : columns.maker[own];
  const rows: number[] = [];
  for (let row = 0; row < columns.rowCount; row += 1) {
    if (columns.family[row] !== family) continue;
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
    rows.push(row);
  }
  return rows;
}

function knownOf(media: readonly string[]) {
  return modalities.filter((one) => media.includes(one));
}

/** How many times dearer or cheaper, as a logarithm; an unknown price is the farthest. */
function priceDistance(model: ModelInfo, columns: Columns, row: number): number {
  const distance = Math.abs(Math.log(timesDearer(model, columns, row)));
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}

/** NaN where either price is unknown. */
function timesDearer({ price }: ModelInfo, columns: Columns, row: number): number {
  const from = (price?.input ?? Number.NaN) + (price?.output ?? Number.NaN);
  return ((columns.inputPrice[row] as number) + (columns.outputPrice[row] as number)) / from;
}
