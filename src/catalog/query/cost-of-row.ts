import { type Cost, estimateCost } from "../cost/estimate-cost.ts";
import {
  plus,
  toUsd,
  type Units,
  unitsFor,
  unitsPerUsdPerMillion,
  usdPerUnit,
} from "../cost/money.ts";
import { promptTokens, type RequestsOrAll, type Usage } from "../cost/usage.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Priced } from "../words/charges.ts";
import type { Price } from "../words/price.ts";

/**
 * The cost of a row for a usage. Prices come from the columns; a row is read only where the columns do not hold
 * what the usage needs: beyond the threshold of a tier, for reasoning at its own price, for audio, and where something is
 * charged besides.
 */
export function costOfRow(
  columns: Columns,
  row: number,
  usage: Usage,
  modelOf: (row: number) => Priced,
  requests?: RequestsOrAll,
): Cost {
  const model = needsRow(columns, row, usage)
    ? modelOf(row)
    : { ref: "", price: basePrice(columns, row) };
  return estimateCost(model, usage, requests);
}

/**
 * The same as one figure in USD a request, for thousands of rows in turn; null where a price that is needed is not
 * listed. A collection of garbage takes longer than all the sums.
 */
export function perRequestOf(
  columns: Columns,
  row: number,
  usage: Usage,
  modelOf: (row: number) => Priced,
): number | null {
  if (needsRow(columns, row, usage)) {
    const cost = estimateCost(modelOf(row), usage);
    return cost.complete ? cost.perRequest : null;
  }
  const { input, output, cached = 0, cacheWrite = 0 } = usage;
  let units = added(0, input - cached, columns.inputPrice[row] as number);
  units = added(units, cached, columns.cacheRead[row] as number);
  units = added(units, cacheWrite, columns.cacheWrite[row] as number);
  units = added(units, output, columns.outputPrice[row] as number);
  return units === null ? null : toUsd(units);
}

/**
 * The same of many rows, by their position; NaN for null. No function is called for a row that needs none: a call takes
 * longer than its sums.
 */
export function perRequestsOf(
  columns: Columns,
  rows: Uint32Array,
  usage: Usage,
  modelOf: (row: number) => Priced,
): Float64Array {
  const { inputPrice, outputPrice, rowFrom } = columns;
  const { input, output, cached = 0, cacheWrite = 0 } = usage;
  // read only where they are used
  const cacheReadPrice = cached === 0 ? inputPrice : columns.cacheRead;
  const cacheWritePrice = cacheWrite === 0 ? inputPrice : columns.cacheWrite;
  const uncached = input - cached;
  const reached = promptTokens(usage) + 1;
  const needsAllRows = needsOwnPrices(usage);
  const costs = new Float64Array(rows.length);
  for (let at = 0; at < costs.length; at += 1) {
    const row = rows[at] as number;
    const from = rowFrom[row] as number;
    let units = 0;
    if (needsAllRows || (from > 0 && reached >= from)) units = Number.POSITIVE_INFINITY;
    else {
      if (uncached !== 0)
        units = Math.round((inputPrice[row] as number) * unitsPerUsdPerMillion) * uncached;
      if (output !== 0)
        units += Math.round((outputPrice[row] as number) * unitsPerUsdPerMillion) * output;
      if (cached !== 0)
        units += Math.round((cacheReadPrice[row] as number) * unitsPerUsdPerMillion) * cached;
      if (cacheWrite !== 0)
        units += Math.round((cacheWritePrice[row] as number) * unitsPerUsdPerMillion) * cacheWrite;
    }
    // what a float cannot count in whole units is worked out exactly
    costs[at] =
      units > Number.MAX_SAFE_INTEGER
        ? (perRequestOf(columns, row, usage, modelOf) ?? Number.NaN)
        : units / usdPerUnit;
  }
  return costs;
}

function added(units: Units | null, tokens: number, perMillion: number): Units | null {
  if (tokens === 0 || units === null) return units;
  return Number.isNaN(perMillion) ? null : plus(units, unitsFor(tokens, perMillion));
}

/** Beyond the threshold of a tier, for reasoning at its own price and for audio the columns do not say enough. */
function needsRow(columns: Columns, row: number, usage: Usage): boolean {
  const from = columns.rowFrom[row] as number;
  if (from > 0 && promptTokens(usage) + 1 >= from) return true;
  return needsOwnPrices(usage);
}

function needsOwnPrices({ reasoning = 0, inputAudio = 0, outputAudio = 0 }: Usage): boolean {
  return reasoning + inputAudio + outputAudio > 0;
}

function basePrice(columns: Columns, row: number): Price {
  const listed = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  return {
    input: listed(columns.inputPrice[row]),
    output: listed(columns.outputPrice[row]),
    cacheRead: listed(columns.cacheRead[row]),
    cacheWrite: listed(columns.cacheWrite[row]),
    reasoning: null,
    inputAudio: null,
    outputAudio: null,
    tiers: [],
  };
}
