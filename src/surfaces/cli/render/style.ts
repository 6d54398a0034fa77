import type { Environment, Output } from "../../../system/ports.ts";

/** How to draw on one output: with colour or without, with which characters. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  /** Shown for what the catalog does not say. */
  unknown: string;
  ellipsis: string;
  /** A piece of a bar. */
  block: string;
  /** Whether the terminal can redraw a line. */
  canRedraw: boolean;
}

export function styleFor(output: Output, environment: Environment, noColor: boolean): Style {
  const isDumb = environment.get("TERM") === "dumb";
  const isColored = !noColor && wantsColor(output, environment, isDumb);
  const wrap = (open: number, close: number) => (text: string) =>
    isColored ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    cyan: wrap(36, 39),
    unknown: isDumb ? "-" : "–",
    ellipsis: isDumb ? "..." : "…",
    block: isDumb ? "#" : "█",
    canRedraw: output.isTerminal && !isDumb,
  };
}

/** NO_COLOR beats FORCE_COLOR beats what the terminal is. */
function wantsColor(output: Output, environment: Environment, isDumb: boolean): boolean {
  if (environment.get("NO_COLOR") !== undefined) return false;
  const forced = environment.get("FORCE_COLOR");
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return output.isTerminal && !isDumb;
}
