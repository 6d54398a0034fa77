import { Box } from "ink";
import type { ReactElement } from "react";
import type { Drawn } from "../../render/drawn.ts";
import type { ScreenSize } from "../layout.ts";
import { Words } from "./words.tsx";

/** Lines that fit already, as one text: a component for each would take the time of ten. */
export function Block({
  lines,
  size: { columns, rows },
}: {
  lines: readonly Drawn[];
  size: ScreenSize;
}): ReactElement {
  return (
    <Box width={columns} height={rows} flexShrink={0} overflow="hidden">
      <Words lines={lines} />
    </Box>
  );
}
