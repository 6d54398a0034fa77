import { Box, Text } from "ink";
import type { ReactElement } from "react";
import type { ScreenSize } from "../layout.ts";

/** Lines that fit already, as one text: a component for each would take the time of ten. */
export function Block({
  lines,
  size: { columns, rows },
}: {
  lines: readonly string[];
  size: ScreenSize;
}): ReactElement {
  return (
    <Box width={columns} height={rows} flexShrink={0} overflow="hidden">
      <Text>{lines.join("\n")}</Text>
    </Box>
  );
}
