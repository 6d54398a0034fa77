import type { ComparedLine, LineUnit, LineValue } from "../../../catalog/compare/line.ts";
import { distinctCells } from "./distinct-cells.ts";
import { showBound, showUsd } from "./money.ts";
import { showCount, showNumber, showPrice } from "./numbers.ts";

const show: Record<LineUnit, (value: LineValue, more: number) => string> = {
  "usd-per-million": (value) => showPrice(value as number, ""),
  usd: (value, more) => showUsd(value as number, more),
  tokens: (value) => showCount(value as number),
  score: (value) => showNumber(value as number),
  date: (value) => value as string,
  "yes-no": (value) => (value === true ? "yes" : "no"),
  text: (value) => value as string,
  words: (value) => (value as string[]).join(" "),
};

/** What stands in the cells of a line; the best has a star, so that colour is not needed to see it. */
export function showValues(line: ComparedLine, unknown: string): string[] {
  const { unit, values, best, atLeast } = line;
  const cells = distinctCells(
    values.map((value, at) => ({ value, bound: atLeast?.[at] ?? null })),
    ({ value, bound }, more) => {
      if (value !== null) return show[unit](value, more);
      return showBound(bound, { complete: false, unknown: [] }, unknown, more);
    },
    ({ value, bound }) => (typeof value === "number" ? value : (bound ?? undefined)),
  );
  return cells.map((text, at) => (best.includes(at) ? `${text} *` : text));
}

/** Whether a line says something of more than one model; what a usage costs is asked for, whoever has it. */
export function isShared({ unit, values }: ComparedLine): boolean {
  return unit === "usd" || values.filter((value) => value !== null).length > 1;
}
