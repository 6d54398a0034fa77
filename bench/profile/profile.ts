import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bareOf, type Run, runOnce } from "../count/pairs.ts";
import type { Setting } from "../setting/setting.ts";
import { describeExcess } from "./excess.ts";
import { type CpuProfile, type SelfTimes, selfTimes } from "./self-times.ts";
import { groupsOfSources } from "./sources.ts";

const runs = 5;
const interval = ["--cpu-prof-interval", "100"];

/** Where a command spends more time than a bare Node, in one line. */
export async function profileOf(setting: Setting, run: Run): Promise<string> {
  const directory = mkdtempSync(join(setting.directory, "profile-"));
  const groupOf = await groupsOfSources(setting.directory);
  const bare = bareOf(run);
  const profiled = async (one: Run): Promise<SelfTimes> => {
    const args = ["--cpu-prof", ...interval, "--cpu-prof-dir", directory, ...one.args];
    await runOnce(setting.counter, { ...one, args });
    const [name] = readdirSync(directory);
    if (name === undefined) throw new Error("no profile was written");
    const text = readFileSync(join(directory, name), "utf8");
    rmSync(join(directory, name));
    return selfTimes(JSON.parse(text) as CpuProfile, groupOf);
  };
  const ours: SelfTimes[] = [];
  const theirs: SelfTimes[] = [];
  for (let time = 0; time < runs; time += 1) {
    ours.push(await profiled(run));
    theirs.push(await profiled(bare));
  }
  return describeExcess(ours, theirs);
}
