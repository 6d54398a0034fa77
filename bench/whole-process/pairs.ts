import type { Budget, Measure } from "../report/measure.ts";
import { type RunOptions, runProcess } from "./run-process.ts";
import { median, quantile } from "./statistics.ts";

export interface PairWish extends RunOptions {
  name: string;
  /** The script and its arguments. */
  command: readonly string[];
  pairs: number;
  budget?: Budget;
  /** Before every run, outside the measured time. */
  before?: () => Promise<void> | void;
}

const primings = 2;
const warmUps = 2;

/** The command and a bare Node in turn; both meet the same noise, so the ratio of a pair holds on a busy machine. */
export async function measurePairs(wish: PairWish): Promise<Measure> {
  const { name, command, pairs, budget, before } = wish;
  const bareOptions = { env: wish.env, cwd: wish.cwd, expected: /^$/ };
  for (let run = 0; run < primings; run += 1) {
    await before?.();
    await runProcess(command, wish);
  }
  const commandTimes: number[] = [];
  const bareTimes: number[] = [];
  for (let pair = -warmUps; pair < pairs; pair += 1) {
    await before?.();
    const ours = await runProcess(command, wish);
    const bare = await runProcess(["-e", "0"], bareOptions);
    if (pair < 0) continue;
    commandTimes.push(ours.milliseconds);
    bareTimes.push(bare.milliseconds);
  }
  const ratios = commandTimes.map((time, pair) => time / (bareTimes[pair] as number));
  const low = quantile(ratios, 0.1).toFixed(2);
  const high = quantile(ratios, 0.9).toFixed(2);
  const times = `${median(commandTimes).toFixed(1)} : ${median(bareTimes).toFixed(1)} ms`;
  const fastest = `${Math.min(...commandTimes).toFixed(1)} : ${Math.min(...bareTimes).toFixed(1)} ms`;
  return {
    name,
    value: median(ratios),
    unit: "× node -e 0",
    ...(budget === undefined ? {} : { budget }),
    detail: `${times}, fastest ${fastest}; ratios p10 to p90 ${low} to ${high}`,
  };
}
