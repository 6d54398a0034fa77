import type { Limits } from "../words/model.ts";
import type { Usage } from "./usage.ts";

export const limitNames = ["context", "input", "output"] as const;

export type LimitName = (typeof limitNames)[number];

/** Whether one request of a usage can be sent to a row. */
export interface Fit {
  /** `null`: a limit that would tell is not listed, and none that is listed is exceeded. */
  fits: boolean | null;
  exceeds: LimitName[];
}

/** What a usage asks of each limit, in tokens. A use case's own usage is taken at its word on the input side alone. */
export type Demand = Record<LimitName, number>;

export function demandOf(usage: Usage, side: "both" | "input"): Demand {
  const { input, output, cacheWrite = 0, inputAudio = 0, outputAudio = 0 } = usage;
  const read = input + cacheWrite + inputAudio;
  const given = side === "both" ? output + outputAudio : 0;
  return { context: read + given, input: read, output: given };
}

/** Where no input limit is listed, the context is the limit. */
export function fitOf({ context, input, output }: Limits, demand: Demand): Fit {
  const exceeds: LimitName[] = [];
  if (context !== null && demand.context > context) exceeds.push("context");
  if (input !== null && demand.input > input) exceeds.push("input");
  if (output !== null && demand.output > output) exceeds.push("output");
  const isUnknown =
    (context === null && demand.context > 0) || (output === null && demand.output > 0);
  return { fits: exceeds.length > 0 ? false : isUnknown ? null : true, exceeds };
}
