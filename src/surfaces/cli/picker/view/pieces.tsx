import { Box } from "ink";
import type { ReactElement } from "react";
import type { Style } from "../../render/style.ts";
import type { Piece } from "../layout.ts";
import { Line } from "./line.tsx";

const gap = "   ";

/** Lines of names with their values: facets, or keys with what they do. */
export function Pieces({
  lines,
  style,
  bright,
}: {
  lines: readonly (readonly Piece[])[];
  style: Style;
  bright: "name" | "value";
}): ReactElement {
  const paint = ({ name, value }: Piece): string =>
    bright === "name" ? `${style.cyan(name)} ${style.dim(value)}` : `${style.dim(name)} ${value}`;
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((pieces) => (
        <Line key={pieces.map(({ plain }) => plain).join()}>{pieces.map(paint).join(gap)}</Line>
      ))}
    </Box>
  );
}
