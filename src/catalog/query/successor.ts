import { capabilities, toMask } from "../words/capability.ts";
import { periodKey } from "../words/dates.ts";
import type { ModelInfo } from "../words/model.ts";
import type { Columns } from "../prepared/columns.ts";

// a newer model that thinks takes no temperature: that is no loss
const notNeeded = toMask(capabilities, ["temperature"]);

/**
 * The row to move to from a model that is deprecated: of the same family, newer, able to do at least the same
 * within at least the same limits. At the same provider where it has one, else at the maker's;
 * of several the newest, then the one whose price is nearest. Undefined where there is none.
 */
export function findSuccessor(model: ModelInfo, columns: Columns): number | undefined {
  const family = columns.families.indexOf(model.family ?? "") + 1;
  if (family === 0) return undefined;
  const provider = columns.providers.indexOf(model.provider);
  const deprecated = columns.statuses.indexOf("deprecated") + 1;
  const needed = toMask(capabilities, model.capabilities) & ~notNeeded;
  const released = periodKey(model.releaseDate);
  let best: number | undefined;
  for (let row = 0; row < columns.rowCount; row += 1) {
    if (columns.family[row] !== family) continue;
    const isHere = columns.provider[row] === provider;
    if (!isHere && columns.ownRow[row] !== 1) continue;
    if (deprecated !== 0 && columns.status[row] === deprecated) continue;
    if ((columns.released[row] as number) <= released) continue;
    if (((columns.capabilities[row] as number) & needed) !== needed) continue;
    if ((columns.context[row] as number) < (model.limits.context ?? 0)) continue;
    if ((columns.output[row] as number) < (model.limits.output ?? 0)) continue;
    if (best === undefined || isNearer(row, best, { model, columns, provider })) best = row;
  }
  return best;
}

function isNearer(
  row: number,
  than: number,
  { model, columns, provider }: { model: ModelInfo; columns: Columns; provider: number },
): boolean {
  const here = (one: number): number => (columns.provider[one] === provider ? 1 : 0);
  if (here(row) !== here(than)) return here(row) > here(than);
  const released = (one: number): number => columns.released[one] as number;
  if (released(row) !== released(than)) return released(row) > released(than);
  const distance = (one: number): number => priceDistance(model, columns, one);
  return distance(row) < distance(than);
}

/** How many times dearer or cheaper, as a logarithm; an unknown price is the farthest. */
function priceDistance({ price }: ModelInfo, columns: Columns, row: number): number {
  const from = (price?.input ?? Number.NaN) + (price?.output ?? Number.NaN);
  const to = (columns.inputPrice[row] as number) + (columns.outputPrice[row] as number);
  const distance = Math.abs(Math.log(to / from));
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}
