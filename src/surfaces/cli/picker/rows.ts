import type { RowLine } from "./contract.ts";
import { fit } from "./width.ts";

interface Column {
  title: string;
  field: keyof RowLine;
  width: number;
  align: "left" | "right";
  /** Where a ref would have less room, the column goes. */
  leavesRef: number;
}

/** In the order in which they are given up, the last first. */
const columns: readonly Column[] = [
  { title: "$/M in", field: "input", width: 8, align: "right", leavesRef: 26 },
  { title: "$/M out", field: "output", width: 8, align: "right", leavesRef: 26 },
  { title: "context", field: "context", width: 7, align: "right", leavesRef: 26 },
  { title: "released", field: "released", width: 10, align: "left", leavesRef: 32 },
  { title: "status", field: "status", width: 10, align: "left", leavesRef: 44 },
];
const gap = "  ";

/** How wide a ref may be, and which columns stand beside it. */
export interface Fitting {
  refWidth: number;
  columns: readonly Column[];
}

export function fitColumns(width: number): Fitting {
  let left = width;
  const fitting: Column[] = [];
  for (const column of columns) {
    const needed = column.width + gap.length;
    if (left - needed < column.leavesRef) break;
    left -= needed;
    fitting.push(column);
  }
  return { refWidth: Math.max(1, left), columns: fitting };
}

export function headOf({ refWidth, columns }: Fitting): string {
  const titles = columns.map(({ title, width, align }) => fit(title, width, align, ""));
  return [fit("model", refWidth, "left", ""), ...titles].join(gap).trimEnd();
}

/** The ref apart from the rest: it is painted. */
export function cellsOf(
  line: RowLine,
  { refWidth, columns }: Fitting,
  ellipsis: string,
): { ref: string; rest: string } {
  const cells = columns.map(({ field, width, align }) => fit(line[field], width, align, ellipsis));
  const rest = ["", ...cells].join(gap).trimEnd();
  return { ref: fit(line.ref, refWidth, "left", ellipsis), rest };
}

/** The first of the shown positions, so that the highlighted one is among them and pages do not jump. */
export function firstShown(at: number, count: number, height: number): number {
  const middle = at - Math.floor(height / 2);
  return Math.max(0, Math.min(middle, count - height));
}
