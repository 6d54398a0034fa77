import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measure } from "../report/measure.ts";
import type { Setting } from "../setting/setting.ts";
import { runProcess } from "../whole-process/run-process.ts";
import { median, quantile } from "../whole-process/statistics.ts";

/**
 * Prints the most memory a process ever held, in KiB. Linux carries maxRSS over from the process that forked,
 * which is larger than either side of the comparison; VmHWM begins anew with each program.
 */
const preload = `process.on("exit", () => {
  const { readFileSync, writeSync } = require("node:fs");
  let peak = process.resourceUsage().maxRSS;
  try {
    peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "latin1"))[1]);
  } catch {}
  writeSync(2, "\\npeak " + peak);
});
`;

/** Pairs again: a bare Node varies by a megabyte from start to start. */
export async function measurePeak({ wish, bin, warm, directory }: Setting): Promise<Measure> {
  const script = join(directory, "print-peak.cjs");
  writeFileSync(script, preload);
  const peakOf = async (args: string[], expected: RegExp): Promise<number> => {
    const { stderr } = await runProcess(["-r", script, ...args], {
      env: warm,
      cwd: directory,
      expected,
    });
    return Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024;
  };
  const info = [bin, "info", "openai/gpt-5"];
  // reads and fills what a warm command finds
  await peakOf(info, /openai/);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let pair = 0; pair < wish.pairs; pair += 1) {
    ours.push(await peakOf(info, /openai/));
    bare.push(await peakOf(["-e", "0"], /^$/));
  }
  const more = ours.map((peak, pair) => peak - (bare[pair] as number));
  const spread = `p10 to p90 ${quantile(more, 0.1).toFixed(1)} to ${quantile(more, 0.9).toFixed(1)}`;
  return {
    name: "info openai/gpt-5, peak memory over a bare Node",
    value: median(more),
    unit: "MiB",
    budget: { atMost: 8 },
    detail: `${median(ours).toFixed(1)} MiB : ${median(bare).toFixed(1)} MiB, ${spread}`,
  };
}
