import { Text } from "ink";
import type { ReactElement } from "react";
import type { Drawn } from "../../render/drawn.ts";

/** The one way to ink: it takes nothing that has not been drawn. */
export function Words({
  lines,
  wrap = "wrap",
}: {
  lines: readonly Drawn[];
  wrap?: "wrap" | "truncate";
}): ReactElement {
  return <Text wrap={wrap}>{lines.map(({ text }) => text).join("\n")}</Text>;
}
