import { rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Ended } from "../count/counter.ts";
import { type Run, runOnce } from "../count/pairs.ts";
import { median } from "../count/statistics.ts";
import { startServer } from "../loopback/start-server.ts";
import { ownNode } from "../nodes/node.ts";
import type { Cell, Line } from "../report/line.ts";
import { measureRow, withoutPaths } from "../rows/measure-row.ts";
import { environmentFor } from "../setting/environment.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import { firstFromFile, firstName, growths, namesOf, peakName, warmRowsOf } from "./grown-rows.ts";

type Growth = (typeof growths)[number];

/** More than that is fetched from nobody: a larger catalog comes from a file. */
const mostServedBytes = 64 * 1024 ** 2;
/** It holds all of the largest, and a source may take its time. */
const room = { MODELFORGE_MAX_CACHE_SIZE: "8GB", MODELFORGE_TIMEOUT: "120s" };

/** Whether questions stay cheap when the catalog does not stay small. */
export async function measureGrowth(
  setting: Setting,
  isWanted: (name: string) => boolean,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const growth of growths) {
    const isAsked = setting.wish.grown.includes(growth.times);
    if (!isAsked || !namesOf(growth).some(isWanted)) continue;
    const catalog = join(setting.directory, `catalog-${growth.times}x.json`);
    const { catalog: from } = setting.wish;
    await askRole("grow", [resolve(from), catalog, String(growth.times)], { env: process.env });
    if ([firstName, peakName].some((name) => isWanted(name(growth.times)))) {
      lines.push(...(await measureFirst(setting, growth, catalog)));
    }
    const warm = warmRowsOf(growth).filter(({ name }) => isWanted(name));
    if (warm.length > 0) lines.push(...(await measureWarm(setting, growth, catalog, warm)));
    rmSync(catalog);
  }
  return lines;
}

async function measureFirst(setting: Setting, growth: Growth, catalog: string): Promise<Line[]> {
  const { times, seconds, peakMiB } = growth;
  const { counter, nodes, directory, bin } = setting;
  const home = `first-${times}`;
  const taken: Line = { name: firstName(times), unit: "s", cells: {} };
  const held: Line = { name: peakName(times), unit: "MiB", cells: {} };
  if (seconds !== undefined) taken.budget = seconds;
  if (peakMiB !== undefined) held.budget = peakMiB;
  for (const node of nodes) {
    console.error(`  ${taken.name}, Node ${node.major}`);
    const run: Run = {
      ...firstFromFile,
      node,
      args: [bin, ...firstFromFile.args],
      env: environmentFor(directory, home, { MODELFORGE_URL: catalog, ...room }),
      cwd: directory,
      before: () => rmSync(join(directory, home), { recursive: true, force: true }),
    };
    const [first, peak] = await repeat(() => runOnce(counter, run), times > 30 ? 1 : 3, setting);
    taken.cells[node.major] = first;
    held.cells[node.major] = peak;
  }
  rmSync(join(directory, home), { recursive: true, force: true });
  return [taken, held];
}

async function repeat(
  run: () => Promise<Ended>,
  count: number,
  setting: Setting,
): Promise<[taken: Cell, held: Cell]> {
  const all: Ended[] = [];
  try {
    for (let time = 0; time < count; time += 1) all.push(await run());
  } catch (error) {
    const detail = withoutPaths((error as Error).message, setting);
    return [{ detail }, { detail }];
  }
  const cpu = median(all.map(({ userMs, systemMs }) => userMs + systemMs)) / 1000;
  const others = all.flatMap((ended) => ended.others.map(({ peakBytes }) => peakBytes));
  const mebibytes = (bytes: number) => bytes / 1024 ** 2;
  const outlived =
    others.length === 0 ? "" : `what outlived it: ${mebibytes(Math.max(...others)).toFixed(0)} MiB`;
  return [
    { value: median(all.map(({ wallMs }) => wallMs)) / 1000, detail: `${cpu.toFixed(2)} s of CPU` },
    { value: mebibytes(median(all.map(({ peakBytes }) => peakBytes))), detail: outlived },
  ];
}

async function measureWarm(
  setting: Setting,
  { times }: Growth,
  catalog: string,
  rows: ReturnType<typeof warmRowsOf>,
): Promise<Line[]> {
  const { directory, bin, counter } = setting;
  const home = `grown-${times}`;
  const isServed = statSync(catalog).size <= mostServedBytes;
  const server = isServed ? await startServer(catalog) : undefined;
  const online = environmentFor(directory, home, {
    MODELFORGE_URL: server?.url ?? catalog,
    ...room,
  });
  const common = { cwd: directory, expected: /./ };
  // what is measured without a network finds the catalog in its cache
  await runOnce(counter, { ...common, node: ownNode, args: [bin, "refresh-cache"], env: online });
  server?.stop();
  const env = isServed ? { ...online, MODELFORGE_OFFLINE: "1" } : online;
  const lines: Line[] = [];
  for (const row of rows) {
    console.error(`  ${row.name}`);
    const { expected } = row;
    const args = [bin, ...row.args];
    lines.push(
      ...(await measureRow(setting, row, (node) => ({ ...common, node, args, env, expected }))),
    );
  }
  rmSync(join(directory, home), { recursive: true, force: true });
  return lines;
}
