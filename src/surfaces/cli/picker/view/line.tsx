import { Box, Text } from "ink";
import type { ReactElement } from "react";

/** One line of the screen, never two; an empty one takes its place too. */
export function Line({ children }: { children: string }): ReactElement {
  return (
    <Box height={1} flexShrink={0}>
      <Text wrap="truncate">{children}</Text>
    </Box>
  );
}
