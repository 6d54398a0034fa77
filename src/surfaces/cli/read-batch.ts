import type { Batch } from "../../catalog/cost/batch.ts";
import { ModelForgeError } from "../../failure.ts";
import type { BatchOptions } from "./batch-flags.ts";
import { readUsage, type UsageOptions } from "./usage-options.ts";

/** Throws `usage.missing-argument`, `usage.bad-value`. */
export function readBatch(
  { totalInput, totalOutput, requestSize, ...flags }: UsageOptions & BatchOptions,
  note: (message: string) => void,
): Batch | undefined {
  const { input, output, requests } = flags;
  if ([input, output, requests].some((one) => one !== undefined)) {
    throw new ModelForgeError("usage.bad-value", {
      message: "--input, --output and --requests describe one request, totals all of them",
      hint: "leave out either; how many requests there are is --total-input by --request-size",
    });
  }
  if (totalInput === undefined || requestSize === undefined) {
    throw new ModelForgeError("usage.missing-argument", {
      message: "totals are of how much, in requests of which size?",
      hint: "write --total-input 50m --total-output 5m --request-size 50k",
    });
  }
  const total = readUsage({ ...flags, input: totalInput, output: totalOutput ?? 0 }, note);
  return total && { total, requestSize };
}
