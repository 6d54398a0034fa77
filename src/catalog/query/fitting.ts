import { type Demand, type LimitName, limitNames } from "../cost/fit.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Narrow } from "./narrow.ts";

/** Leaves the rows that exceed no limit that is listed. */
export function fitting(columns: Columns, demand: Demand, limit: LimitName): Narrow {
  const column = limitColumn(columns, limit);
  const asked = demand[limit];
  return (passing) => {
    const { rows, count, isAll } = passing;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = isAll ? at : (rows[at] as number);
      const most = column[row] as number;
      // 0 is unknown
      if (most !== 0 && most < asked) continue;
      rows[kept] = row;
      kept += 1;
    }
    passing.count = kept;
    passing.isAll = false;
  };
}

/** The limits that a row exceeds. */
export function limitsExceeded(columns: Columns, demand: Demand, row: number): LimitName[] {
  return limitNames.filter((limit) => {
    const most = limitColumn(columns, limit)[row] as number;
    return most !== 0 && most < demand[limit];
  });
}

function limitColumn(columns: Columns, limit: LimitName): Uint32Array {
  return limit === "input" ? columns.inputLimit : columns[limit];
}
