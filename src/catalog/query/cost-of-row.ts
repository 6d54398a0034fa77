import { type Cost, estimateCost } from "../cost/estimate-cost.ts";
import { plus, toUsd, type Units, unitsFor } from "../cost/money.ts";
import { promptTokens, type Requests, type Usage } from "../cost/usage.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Price } from "../words/price.ts";

/**
 * The cost of a row for a usage. Prices come from the columns; a row is read only where the columns do not hold
 * what the usage needs: beyond the threshold of a tier, for reasoning at its own price, for audio.
 */
export function costOfRow(
  columns: Columns,
  row: number,
  usage: Usage,
  priceOf: (row: number) => Price | null,
  requests?: Requests,
): Cost {
  const price = needsRow(columns, row, usage) ? priceOf(row) : basePrice(columns, row);
  return estimateCost({ ref: "", price }, usage, requests);
}

/**
 * The same as one figure in USD a request, for thousands of rows in turn; null where a price that is needed is not
 * listed. A collection of garbage takes longer than all the sums.
 */
export function perRequestOf(
  columns: Columns,
  row: number,
  usage: Usage,
  priceOf: (row: number) => Price | null,
): number | null {
  if (needsRow(columns, row, usage)) {
    const cost = estimateCost({ ref: "", price: priceOf(row) }, usage);
    return cost.complete ? cost.perRequest : null;
  }
  const { input, output, cached = 0, cacheWrite = 0 } = usage;
  let units = added(0, input - cached, columns.inputPrice[row] as number);
  units = added(units, cached, columns.cacheRead[row] as number);
  units = added(units, cacheWrite, columns.cacheWrite[row] as number);
  units = added(units, output, columns.outputPrice[row] as number);
  return units === null ? null : toUsd(units);
}

function added(units: Units | null, tokens: number, perMillion: number): Units | null {
  if (tokens === 0 || units === null) return units;
  return Number.isNaN(perMillion) ? null : plus(units, unitsFor(tokens, perMillion));
}

/** Beyond the threshold of a tier, for reasoning at its own price and for audio the columns do not say enough. */
function needsRow(columns: Columns, row: number, usage: Usage): boolean {
  const tierFrom = columns.tierFrom[row] as number;
  if (tierFrom > 0 && promptTokens(usage) > tierFrom) return true;
  return (usage.reasoning ?? 0) + (usage.inputAudio ?? 0) + (usage.outputAudio ?? 0) > 0;
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
