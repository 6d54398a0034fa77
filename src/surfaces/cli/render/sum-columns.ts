import type { Cost } from "../../../catalog/cost/estimate-cost.ts";
import { showBound } from "./money.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

/** What many requests cost: in a month, or all of them where their number has no time. */
export function sumColumns<Row>(
  { unknown }: Style,
  costOf: (row: Row) => Cost | null | undefined,
  importance: number,
): TableColumn<Row>[] {
  const column = (key: "perMonth" | "total", title: string): TableColumn<Row> => ({
    title,
    shows: [`cost.${key}`],
    value: (row, more) => {
      const cost = costOf(row);
      const usd = cost?.[key];
      return typeof usd === "number" ? showBound(usd, cost as Cost, unknown, more) : "";
    },
    amount: (row) => costOf(row)?.[key],
    align: "right",
    importance,
  });
  return [column("perMonth", "per month"), column("total", "all requests")];
}
