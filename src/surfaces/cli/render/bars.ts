import { clean } from "../../../catalog/words/clean.ts";
import { type Drawn, drawn, joined } from "./drawn.ts";
import type { Style } from "./style.ts";
import { measureFor, pad, truncate } from "./width.ts";

export interface Bar {
  label: string;
  /** `null`: not known; the bar is left out and the unknown sign stands there. */
  value: number | null;
  shown: string;
}

const widestBar = 40;
const narrowestBar = 8;

/** Bars as long as their values, the longest as wide as fits. */
export async function renderBars(
  bars: readonly Bar[],
  style: Style,
  width: number | undefined,
): Promise<Drawn> {
  const whole = bars.map(({ label }) => clean(label));
  const measure = await measureFor(whole.join(""));
  const shownWidth = Math.max(...bars.map(({ shown }) => shown.length));
  // a long label gives way to the bar
  const mostLabel = width === undefined ? Infinity : width - shownWidth - 6 - narrowestBar;
  const labels = whole.map((label) =>
    truncate(label, Math.max(mostLabel, narrowestBar), style.ellipsis, measure),
  );
  const labelWidth = Math.max(...labels.map(measure));
  const room = width === undefined ? widestBar : width - labelWidth - shownWidth - 6;
  const longest = Math.max(narrowestBar, Math.min(widestBar, room));
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const lines = bars.map(({ value, shown }, at) => {
    const part = value === null || most === 0 ? 0 : value / most;
    // what is not zero is not invisible
    const length = value === null || value === 0 ? 0 : Math.max(1, Math.round(part * longest));
    const bar = style.cyan(style.block.repeat(length));
    const label = pad(labels[at] ?? "", labelWidth, "left", measure);
    return drawn`  ${label}  ${bar}${length === 0 ? "" : " "}${shown}\n`;
  });
  return joined(lines);
}
