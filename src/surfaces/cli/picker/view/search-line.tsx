import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { countText, searchLabel, shownQuery } from "../search-field.ts";
import type { ViewProps } from "./props.ts";

/** What is searched for, and how many models that finds. */
export function SearchLine({ state, found, catalog, style, size }: ViewProps): ReactElement {
  const isFocused = state.focus === "search" && state.menu === undefined;
  const label = isFocused ? style.bold(style.cyan(searchLabel)) : style.dim(searchLabel);
  const count = countText(found, catalog.rowCount, state.marked.length, size.columns);
  return (
    <Box height={1} flexShrink={0} justifyContent="space-between">
      <Text wrap="truncate">{label + shownQuery(state.question.query, count, size.columns)}</Text>
      <Text wrap="truncate">{style.dim(count)}</Text>
    </Box>
  );
}
