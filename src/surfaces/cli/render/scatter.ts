import { type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import { showUsd } from "./money.ts";
import type { Style } from "./style.ts";

export interface Point {
  ref: string;
  perRequest: number;
  quality: number;
}

const rows = 12;
const widest = 64;
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Quality over the logarithm of the cost; each model is a letter. Undefined where nothing has a place on it. */
export function renderScatter(
  points: readonly Point[],
  style: Style,
  width: number | undefined,
): Drawn | undefined {
  const columns = Math.max(20, Math.min(widest, (width ?? 80) - 9));
  const priced = points.filter(({ perRequest }) => perRequest > 0).slice(0, letters.length);
  // what is free has no place on a logarithm
  if (priced.length === 0) return undefined;
  const logs = priced.map(({ perRequest }) => Math.log(perRequest));
  const low = Math.min(...logs);
  const span = Math.max(...logs) - low || 1;
  const best = Math.max(...priced.map(({ quality }) => quality));
  const worst = Math.min(...priced.map(({ quality }) => quality));
  const height = best - worst || 1;
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => " "));
  priced.forEach(({ quality }, at) => {
    const across = Math.round((((logs[at] as number) - low) / span) * (columns - 1));
    const down = Math.round(((best - quality) / height) * (rows - 1));
    const line = grid[down] as string[];
    line[across] = letters[at] as string;
  });
  const body = grid.map((line, at) => {
    const label = at === 0 ? best.toFixed(2) : at === rows - 1 ? worst.toFixed(2) : "";
    return drawn` ${style.dim(label.padStart(5))} |${line.join("").trimEnd()}`;
  });
  const first = showUsd(priced[0]?.perRequest ?? 0);
  const last = showUsd(priced.at(-1)?.perRequest ?? 0);
  const axis = `       +${"-".repeat(columns)}`;
  const ends = `        ${first}${last.padStart(Math.max(1, columns - first.length))}`;
  const legend = priced.map(({ ref }, at) => `       ${letters[at]}  ${ref}`);
  const title = style.bold("Quality over cost per request");
  return joined([title, ...body, axis, style.dim(ends), ...legend, ""], lineFeed);
}
