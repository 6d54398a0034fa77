import { measureGrowth } from "../growth/growth.ts";
import { growths, namesOf } from "../growth/grown-rows.ts";
import { inProcessRows, measureInProcess } from "../in-process/in-process.ts";
import { installRows, measureInstall } from "../install/install.ts";
import { measureMemory, memoryRows } from "../memory/memory.ts";
import type { Line } from "../report/line.ts";
import type { Measure } from "../report/measure.ts";
import { measureRows } from "../rows/measure-rows.ts";
import { networkRows } from "../rows/network.ts";
import type { Row } from "../rows/row.ts";
import { warmRows } from "../rows/warm.ts";
import { measureSearchQuality, searchRows } from "../search-quality/search-quality.ts";
import type { Setting } from "./setting.ts";

type IsWanted = (name: string) => boolean;

interface Question {
  /** Of its rows. */
  names: readonly string[];
  lines?: (setting: Setting, isWanted: IsWanted) => Promise<Line[]>;
  measures?: (setting: Setting) => Promise<Measure[]>;
}

const wholeProcesses = (rows: readonly Row[]): Question => ({
  names: rows.map(({ name }) => name),
  lines: (setting, isWanted) =>
    measureRows(
      setting,
      rows.filter(({ name }) => isWanted(name)),
    ),
});

/** In the order of the tables. */
export const questions: Readonly<Record<string, Question>> = {
  warm: wholeProcesses(warmRows),
  network: wholeProcesses(networkRows),
  growth: { names: growths.flatMap(namesOf), lines: measureGrowth },
  memory: { names: memoryRows, measures: measureMemory },
  "in-process": { names: inProcessRows.map(({ name }) => name), measures: measureInProcess },
  "search-quality": { names: searchRows, measures: measureSearchQuality },
  install: { names: installRows, measures: measureInstall },
};
