import { type Figures, measurePairs, type Run } from "../count/pairs.ts";
import type { NodeAtHand } from "../nodes/node.ts";
import { profileOf } from "../profile/profile.ts";
import { type Cell, isMissed, type Line } from "../report/line.ts";
import type { Setting } from "../setting/setting.ts";
import type { Row } from "./row.ts";

/** A row under each Node, one after the other, and where its time goes where a budget is missed. */
export async function measureRow(
  setting: Setting,
  row: Pick<Row, "name" | "budget" | "peakBudget">,
  /** How it is run; throws where that cannot be. */
  runOf: (node: NodeAtHand) => Run,
): Promise<Line[]> {
  const { counter, wish, nodes } = setting;
  const line: Line = { ...named(row.name, row.budget), unit: "c", cells: {} };
  const peak: Line = {
    ...named(`${row.name}, peak memory over a bare Node`, row.peakBudget),
    unit: "MiB",
    cells: {},
  };
  for (const node of nodes) {
    try {
      const run = runOf(node);
      const figures = await measurePairs(counter, run, wish.pairs);
      line.cells[node.major] = cellOf(figures);
      peak.cells[node.major] = { value: figures.peakOverBareMiB, detail: "" };
      const missed = isMissed(line, node.major);
      if (missed) (line.cells[node.major] as Cell).profile = await profileOf(setting, run);
    } catch (error) {
      line.cells[node.major] = { detail: withoutPaths((error as Error).message, setting) };
    }
  }
  return row.peakBudget === undefined ? [line] : [line, peak];
}

function named(name: string, budget: Row["budget"]): Pick<Line, "name" | "budget"> {
  return { name, ...(budget === undefined ? {} : { budget }) };
}

function cellOf({ c, w, cpuMs, peakOverBareMiB }: Figures): Cell {
  const { ours, bare } = cpuMs;
  const memory = `peak memory ${peakOverBareMiB.toFixed(1)} MiB more`;
  return {
    value: c.median,
    p10p90: [c.p10, c.p90],
    w: w.median,
    detail: `${ours.toFixed(1)} : ${bare.toFixed(1)} ms of CPU; ${memory}`,
  };
}

export function withoutPaths(message: string, { directory }: Setting): string {
  return message.replaceAll(directory, "").replaceAll(/\s+/g, " ").slice(0, 300);
}
