import type { Fit } from "../../../catalog/cost/fit.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

export const fitFields = ["fits", "exceeds"] as const;

/**
 * Which limits of a row a request exceeds; empty, and so without a column, where all can take it. `unknown`: what stands
 * where nobody knows.
 */
export function fitColumn(style: Style, unknown = style.unknown): TableColumn<Partial<Fit>> {
  return {
    title: "fits",
    shows: ["fits", "exceeds", "limits"],
    value: ({ fits, exceeds = [] }) => {
      if (fits === null) return unknown;
      return fits === false ? `no: ${exceeds.join(", ")}` : "";
    },
    importance: 10,
    paint: (text) => style.yellow(text),
  };
}
