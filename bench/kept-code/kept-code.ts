import { bareOf, cpuMs, type Run, runOnce } from "../count/pairs.ts";
import { median, spreadOf } from "../count/statistics.ts";
import type { NodeAtHand } from "../nodes/node.ts";
import { warmRows } from "../rows/warm.ts";
import type { Row } from "../rows/row.ts";
import type { Setting } from "../setting/setting.ts";

const asked = ["info", "search", "recommend coding"];
const warmUps = 3;

const headings = ["row", "Node", "c with", "c without", "gained", "p10 to p90"];

/** What commands gain by what V8 has kept of their scripts: with it, without it and a bare Node in turn. */
export async function measureKeptCode(setting: Setting): Promise<string[][]> {
  const found: string[][] = [headings];
  for (const row of warmRows.filter(({ name }) => asked.includes(name))) {
    for (const node of setting.nodes) {
      console.error(`  ${row.name}, Node ${node.major}`);
      found.push(await measureOne(setting, row, node));
    }
  }
  return found;
}

async function measureOne(setting: Setting, row: Row, node: NodeAtHand): Promise<string[]> {
  const { bin, counter, directory: cwd, warm, wish } = setting;
  const { expected } = row;
  const kept: Run = { node, args: [bin, ...row.args], env: warm, cwd, expected };
  const compiled: Run = { ...kept, env: { ...warm, MODELFORGE_FEATURE_CODE_CACHE: "0" } };
  const bare = bareOf(kept);
  const times = async (run: Run) => cpuMs(await runOnce(counter, run));
  const ratios: { with: number; without: number }[] = [];
  // the first ones write what the others read
  for (let round = -warmUps; round < wish.pairs; round += 1) {
    const [one, other, least] = [await times(kept), await times(compiled), await times(bare)];
    if (round >= 0) ratios.push({ with: one / least, without: other / least });
  }
  const gained = spreadOf(ratios.map((ratio) => ratio.without - ratio.with));
  return [
    row.name,
    node.version,
    median(ratios.map((ratio) => ratio.with)).toFixed(3),
    median(ratios.map((ratio) => ratio.without)).toFixed(3),
    gained.median.toFixed(3),
    `${gained.p10.toFixed(2)} to ${gained.p90.toFixed(2)}`,
  ];
}
