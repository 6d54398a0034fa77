import type { Run } from "../count/pairs.ts";
import type { NodeAtHand } from "../nodes/node.ts";
import type { Line } from "../report/line.ts";
import { stageOf } from "../setting/scenes.ts";
import type { Setting } from "../setting/setting.ts";
import { measureRow } from "./measure-row.ts";
import type { Row } from "./row.ts";

/** Rows of the table, one after the other. */
export async function measureRows(setting: Setting, rows: readonly Row[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const row of rows) {
    console.error(`  ${row.name}`);
    lines.push(...(await measureRow(setting, row, (node) => runOf(row, node, setting))));
  }
  return lines;
}

function runOf(row: Row, node: NodeAtHand, setting: Setting): Run {
  const { args, expected, scene, withAllItStarted } = row;
  if (withAllItStarted && !setting.counter.adopts) {
    throw new Error("this system does not say what has outlived a command");
  }
  const { env, before } = stageOf(scene, setting);
  const cwd = setting.directory;
  return { node, args: [setting.bin, ...args], env, cwd, expected, before, withAllItStarted };
}
