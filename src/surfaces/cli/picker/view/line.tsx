import { Box } from "ink";
import type { ReactElement } from "react";
import type { Drawn } from "../../render/drawn.ts";
import { Words } from "./words.tsx";

/** One line of the screen, never two; an empty one takes its place too. */
export function Line({ children }: { children: Drawn }): ReactElement {
  return (
    <Box height={1} flexShrink={0}>
      <Words lines={[children]} wrap="truncate" />
    </Box>
  );
}
