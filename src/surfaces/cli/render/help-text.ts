import type { Environment, Output } from "../../../system/ports.ts";
import { type Drawn, drawnLines, joined, lineFeed } from "./drawn.ts";
import { fitNotice } from "./fit-lines.ts";
import { widthOf } from "./terminal-width.ts";

/** A help as wide as its terminal; lines of it that are there to be pasted stay whole. */
export function helpText(
  environment: Pick<Environment, "get">,
  output: Pick<Output, "isTerminal" | "columns">,
  help: string,
): Drawn {
  const width = widthOf(output, environment);
  const lines = help.split("\n").map((line) => {
    const isExample = /^ {2}\S.*\bmodelforge /.test(line) || line.startsWith("  modelforge ");
    return isExample ? drawnLines(line) : fitNotice(drawnLines(line), width);
  });
  return joined(lines, lineFeed);
}
