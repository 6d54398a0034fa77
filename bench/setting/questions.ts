import { measureCommands } from "../commands/commands.ts";
import { measureGrowth } from "../growth/growth.ts";
import { measureInProcess } from "../in-process/in-process.ts";
import { measureInstall } from "../install/install.ts";
import { measureMemory } from "../memory/memory.ts";
import { measureRefresh } from "../refresh/refresh.ts";
import type { Measure } from "../report/measure.ts";
import { measureSearchQuality } from "../search-quality/search-quality.ts";
import type { Setting } from "./setting.ts";

/** One folder each, in the order of the table. */
export const questions: Readonly<Record<string, (setting: Setting) => Promise<Measure[]>>> = {
  commands: measureCommands,
  refresh: measureRefresh,
  growth: measureGrowth,
  memory: measureMemory,
  "in-process": measureInProcess,
  "search-quality": measureSearchQuality,
  install: measureInstall,
};
