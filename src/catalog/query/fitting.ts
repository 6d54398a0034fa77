import type { Demand, LimitName } from "../cost/fit.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Narrow } from "./narrow.ts";

/** Leaves the rows that exceed no limit that is listed. */
export function fitting(columns: Columns, demand: Demand, limit: LimitName): Narrow {
  const column = limit === "input" ? columns.inputLimit : columns[limit];
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
