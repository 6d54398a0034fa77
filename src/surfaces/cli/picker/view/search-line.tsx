import { Box } from "ink";
import type { ReactElement } from "react";
import { countText, searchLabel, shownQuery } from "../search-field.ts";
import type { ViewProps } from "./props.ts";
import { Words } from "./words.tsx";

/** What is searched for, and how many models that finds. */
export function SearchLine({ state, found, catalog, style, pen, size }: ViewProps): ReactElement {
  const isFocused = state.focus === "search" && state.menu === undefined;
  const label = isFocused ? style.bold(style.cyan(searchLabel)) : style.dim(searchLabel);
  const count = countText(found, catalog.rowCount, state.marked.length, size.columns);
  const query = shownQuery(state.question.query, count, size.columns, catalog);
  return (
    <Box height={1} flexShrink={0} justifyContent="space-between">
      <Words lines={[pen.drawn`${label}${query}`]} wrap="truncate" />
      <Words lines={[style.dim(count)]} wrap="truncate" />
    </Box>
  );
}
