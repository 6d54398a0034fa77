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

/** All that is read and written stands in the context; the two other limits are of plain input and output. */
export function demandOf(usage: Usage, side: "both" | "input" = "both"): Demand {
  const { input, cacheWrite = 0, inputAudio = 0 } = usage;
  const output = side === "both" ? usage.output : 0;
  return { context: input + cacheWrite + inputAudio + output, input, output };
}

/** The same of a usage, as whoever asks described it. */
export function fitOfUsage(limits: Limits, usage: Usage): Fit {
  return fitOf(limits, demandOf(usage));
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
