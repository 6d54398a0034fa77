import type { ReactElement } from "react";
import { facetOf, shownOptions } from "../menu.ts";
import { firstShown } from "../rows.ts";
import type { MenuState } from "../state.ts";
import { fit } from "../width.ts";
import { Block } from "./block.tsx";
import type { ViewProps } from "./props.ts";

/** The options of one facet, in place of the list. */
export function Menu({
  menu,
  state,
  known,
  style,
  pen: { drawn },
  layout,
  catalog,
}: ViewProps & { menu: MenuState }): ReactElement {
  const facet = facetOf(menu);
  const options = shownOptions(menu, known);
  const { columns, rows } = layout.list;
  const count = Math.max(1, rows - 1);
  const first = firstShown(menu.at, options.length, count);
  const lines = options.slice(first, first + count).map((option, position) => {
    const isHighlighted = first + position === menu.at;
    const box = facet.isOn(state.question.facets, option) ? "[x]" : "[ ]";
    const text = `${isHighlighted ? ">" : " "} ${box} ${option.label}`;
    const fitted = fit(text, columns, "left", style.ellipsis).trimEnd();
    return isHighlighted ? style.bold(style.cyan(fitted)) : drawn`${fitted}`;
  });
  if (lines.length === 0) lines.push(drawn`  nothing is called that`);
  const room = columns - facet.label.length - 2;
  const typed = fit(catalog.clean(menu.typed) || "type to narrow", room, "left", "").trimEnd();
  const head = drawn`${style.bold(facet.label)}  ${style.dim(typed)}`;
  return <Block lines={[head, ...lines]} size={layout.list} />;
}
