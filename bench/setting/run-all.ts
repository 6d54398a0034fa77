import { writeFileSync } from "node:fs";
import { measureKeptCode } from "../kept-code/kept-code.ts";
import { measurePeers } from "../peers/peers.ts";
import type { Line } from "../report/line.ts";
import type { Measure } from "../report/measure.ts";
import { resultsPage } from "../report/page.ts";
import {
  linesTable,
  measuresTable,
  profilesTable,
  type Results,
  summaries,
} from "../report/results.ts";
import { plainTable } from "../report/table.ts";
import { questions } from "./questions.ts";
import { closeSetting, openSetting, type Setting } from "./setting.ts";
import { isAskedBy, readWish } from "./wish.ts";

const resultsPath = "bench/results.md";

/**
 * Asks the questions and shows the answers.
 * @returns the exit code; a missed budget is an answer too, and 0
 */
export async function runAll(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  if (typeof wish === "string") {
    console.error(wish);
    return 2;
  }
  let setting: Setting;
  try {
    setting = await openSetting(wish);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  process.once("SIGINT", () => {
    closeSetting(setting);
    process.exit(130);
  });
  try {
    if (wish.keptCode) {
      console.log(plainTable(await measureKeptCode(setting)));
      return 0;
    }
    const results = await askAll(setting);
    show(results);
    if (wish.only.length === 0) {
      writeFileSync(resultsPath, resultsPage(results, args, wish.catalog));
      console.error(`written to ${resultsPath}`);
    } else console.error(`${resultsPath} is left as it is: not every question was asked`);
  } finally {
    closeSetting(setting);
  }
  return 0;
}

async function askAll(setting: Setting): Promise<Results> {
  const lines: Line[] = [];
  const measures: Measure[] = [];
  for (const [question, asked] of Object.entries(questions)) {
    const isWanted = (name: string) => isAskedBy(setting.wish.only, question, name);
    if (!asked.names.some(isWanted)) continue;
    console.error(`${question} …`);
    lines.push(...((await asked.lines?.(setting, isWanted)) ?? []));
    const found = (await asked.measures?.(setting)) ?? [];
    measures.push(...found.filter(({ name }) => isWanted(name)));
  }
  const { nodes, missing, wish } = setting;
  if (!wish.peers) return { nodes, lines, measures, peers: [], missing };
  console.error("peers …");
  const peers = await measurePeers(setting);
  return { nodes, lines, measures, peers: peers.lines, missing: [...missing, ...peers.missing] };
}

function show(results: Results): void {
  const { lines } = results;
  const tables = [
    linesTable(results, lines),
    linesTable(results, results.peers),
    profilesTable(results),
    measuresTable(results),
  ];
  for (const table of tables) if (table.length > 1) console.log(`${plainTable(table)}\n`);
  for (const summary of summaries(results)) console.log(summary);
}
