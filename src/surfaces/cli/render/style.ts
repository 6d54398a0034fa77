import type { Environment, Output } from "../../../system/ports.ts";
import { type Drawable, type Drawn, drawn } from "./drawn.ts";

/** How to draw on one output: with colour or without, with which characters. */
export interface Style {
  bold(text: Drawable): Drawn;
  dim(text: Drawable): Drawn;
  red(text: Drawable): Drawn;
  green(text: Drawable): Drawn;
  yellow(text: Drawable): Drawn;
  cyan(text: Drawable): Drawn;
  /** Whether any of these makes a difference. */
  isColored: boolean;
  /** Shown for what the catalog does not say. */
  unknown: string;
  ellipsis: string;
  /** A piece of a bar. */
  block: string;
  /** Whether the terminal can redraw a line. */
  canRedraw: boolean;
}

export function styleFor(
  output: Pick<Output, "isTerminal">,
  environment: Environment,
  noColor: boolean,
): Style {
  const isDumb = environment.get("TERM") === "dumb";
  const isColored = !noColor && wantsColor(output, environment, isDumb);
  const wrap = (open: number, close: number) => (text: Drawable) =>
    isColored ? drawn`\u001b[${open}m${text}\u001b[${close}m` : drawn`${text}`;
  return {
    bold: wrap(1, 22),
    dim: wrap(2, 22),
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    cyan: wrap(36, 39),
    isColored,
    unknown: isDumb ? "-" : "–",
    ellipsis: isDumb ? "..." : "…",
    block: isDumb ? "#" : "█",
    canRedraw: output.isTerminal && !isDumb,
  };
}

/** NO_COLOR beats FORCE_COLOR beats what the terminal is. */
function wantsColor(
  output: Pick<Output, "isTerminal">,
  environment: Environment,
  isDumb: boolean,
): boolean {
  if (environment.get("NO_COLOR") !== undefined) return false;
  const forced = environment.get("FORCE_COLOR");
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return output.isTerminal && !isDumb;
}
