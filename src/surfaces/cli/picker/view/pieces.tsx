import { Box } from "ink";
import type { ReactElement } from "react";
import type { Drawn } from "../../render/drawn.ts";
import type { Style } from "../../render/style.ts";
import type { Pen } from "../contract.ts";
import type { Piece } from "../layout.ts";
import { Line } from "./line.tsx";

const gap = "   ";

/** Lines of names with their values: facets, or keys with what they do. */
export function Pieces({
  lines,
  style,
  pen: { drawn },
  bright,
}: {
  lines: readonly (readonly Piece[])[];
  style: Style;
  pen: Pen;
  bright: "name" | "value";
}): ReactElement {
  const paint = ({ name, value }: Piece): Drawn =>
    bright === "name"
      ? drawn`${style.cyan(name)} ${style.dim(value)}`
      : drawn`${style.dim(name)} ${value}`;
  const drawLine = ([first, ...others]: readonly Piece[]): Drawn =>
    others.reduce(
      (line, piece) => drawn`${line}${gap}${paint(piece)}`,
      first === undefined ? drawn`` : paint(first),
    );
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((pieces) => (
        <Line key={pieces.map(({ plain }) => plain).join()}>{drawLine(pieces)}</Line>
      ))}
    </Box>
  );
}
