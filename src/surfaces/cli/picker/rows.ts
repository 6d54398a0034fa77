import type { PickerCatalog, PickerSort, RowLine } from "./contract.ts";
import { fit, widthOf } from "./width.ts";

interface Column {
  title: string;
  field: keyof RowLine;
  width: number;
  align: "left" | "right";
  /** Where a ref would have less room, the column goes. */
  leavesRef: number;
  /** The order it is for: it stays then, in front of the others. */
  sort?: PickerSort;
  /** Whether it is there for its order alone. */
  isOnlySorted?: true;
}

/** In the order in which they are given up, the last first. */
const columns: readonly Column[] = [
  { ...number("$/M in", "input", 8), sort: "price" },
  { ...number("$/M out", "output", 8), sort: "output-price" },
  { ...number("context", "context", 7), sort: "context" },
  { ...words("released", "released", 32), sort: "released" },
  words("status", "status", 44),
  { ...number("output", "mostOutput", 7), sort: "output", isOnlySorted: true },
  { ...words("knowledge", "knowledge", 20), sort: "knowledge", isOnlySorted: true },
  { ...words("name", "name", 20), width: 16, sort: "name", isOnlySorted: true },
];

function number(title: string, field: keyof RowLine, width: number): Column {
  return { title, field, width, align: "right", leavesRef: 26 };
}

function words(title: string, field: keyof RowLine, leavesRef: number): Column {
  return { title, field, width: 10, align: "left", leavesRef };
}

const gap = "  ";

/** How wide a ref may be, and which columns stand beside it. */
export interface Fitting {
  refWidth: number;
  columns: readonly Column[];
}

export function fitColumns(width: number, sort: PickerSort): Fitting {
  const sorted = columns.filter((column) => column.sort === sort);
  const others = columns.filter((column) => column.sort !== sort && column.isOnlySorted !== true);
  let left = width;
  const fitting: Column[] = [];
  for (const column of [...sorted, ...others]) {
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
  cutRef: PickerCatalog["cutRef"],
): { ref: string; rest: string } {
  const cells = columns.map(({ field, width, align }) => fit(line[field], width, align, ellipsis));
  const rest = ["", ...cells].join(gap).trimEnd();
  const ref = cutRef(line.ref, refWidth, ellipsis, widthOf);
  return { ref: fit(ref, refWidth, "left", ellipsis), rest };
}

/** The first of the shown positions, so that the highlighted one is among them and pages do not jump. */
export function firstShown(at: number, count: number, height: number): number {
  const middle = at - Math.floor(height / 2);
  return Math.max(0, Math.min(middle, count - height));
}
