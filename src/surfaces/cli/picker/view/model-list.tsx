import type { ReactElement } from "react";
import { cellsOf, firstShown, fitColumns, headOf } from "../rows.ts";
import { fit } from "../width.ts";
import { Block } from "./block.tsx";
import type { ViewProps } from "./props.ts";

const signs = 4;
const nothing = "no model meets all of this";

/** The models found, one line each, around the highlighted one. */
export function ModelList({ state, found, catalog, style, pen, layout }: ViewProps): ReactElement {
  const { columns, rows: height } = layout.list;
  const { drawn } = pen;
  const fitting = fitColumns(columns - signs, state.question.sort);
  const count = Math.max(1, height - 1);
  const first = firstShown(state.at, found.rows.length, count);
  const lines = found.rows.slice(first, first + count).map((row, position) => {
    const isHighlighted = first + position === state.at;
    const sign = `${isHighlighted ? ">" : " "} ${state.marked.includes(row) ? "*" : " "} `;
    const { ref, rest } = cellsOf(catalog.line(row), fitting, style.ellipsis, catalog.cutRef);
    if (isHighlighted) return drawn`${style.bold(style.cyan(sign + ref))}${rest}`;
    return drawn`${style.yellow(sign)}${ref}${style.dim(rest)}`;
  });
  if (lines.length === 0)
    lines.push(drawn`${fit(" ".repeat(signs) + nothing, columns, "left", "")}`);
  const head = style.dim(" ".repeat(signs) + headOf(fitting));
  return <Block lines={[head, ...lines]} size={layout.list} />;
}
