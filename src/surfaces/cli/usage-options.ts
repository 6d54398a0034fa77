import { type Requests, type Usage, usageFields } from "../../catalog/cost/usage.ts";
import { parseSize } from "../../catalog/words/sizes.ts";
import { ModelForgeError } from "../../failure.ts";
import { requests } from "../../operations/common-fields.ts";
import { flagsOf } from "./field-flags.ts";
import type { Flag, Taken } from "./flag.ts";
import { badValue } from "./option-values.ts";

/** The flags that describe a usage, parsed. */
export interface UsageOptions {
  input?: number;
  output?: number;
  cached?: Share;
  cacheWrite?: number;
  reasoning?: number;
  inputAudio?: number;
  outputAudio?: number;
  requests?: Requests;
}

export function usageFlags(group = "Usage:"): Flag[] {
  return [
    ...flagsOf(usageFields, group).map((flag) =>
      flag.name === "--cached" ? { ...flag, takes: share } : flag,
    ),
    {
      name: "--requests",
      takes: { shown: "count", read: readRequests },
      about: requests.about,
      group,
    },
  ];
}

/** A person may know the part better than the number. */
const share: Taken = { shown: "tokens|share", read: readShare };

type Share = { tokens: number } | { part: number };

function readShare(value: string, flag: string): Share {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value.trim());
  if (percent !== null && Number(percent[1]) <= 100) return { part: Number(percent[1]) / 100 };
  const tokens = parseSize(value);
  if (tokens === undefined) throw badValue(flag, value, "80%");
  return { tokens };
}

/** A number alone is per day. */
function readRequests(value: string, flag: string): Requests {
  const [, number = "", per = "day"] = /^(.*?)(?:\/(day|month))?$/i.exec(value.trim()) ?? [];
  const count = parseSize(number);
  if (count === undefined || count < 1) throw badValue(flag, value, "1000/day");
  return { count, per: per.toLowerCase() === "month" ? "month" : "day" };
}

/** The usage of one request; undefined where no flag describes one. */
export function readUsage(flags: UsageOptions): Usage | undefined {
  const { cached, requests: _, ...tokens } = flags;
  const isDescribed = cached !== undefined || usageKeys.some((key) => tokens[key] !== undefined);
  if (!isDescribed) return undefined;
  const input = tokens.input ?? 0;
  const output = tokens.output ?? 0;
  const usage: Usage = { input, output };
  if (cached !== undefined) {
    usage.cached = "part" in cached ? Math.round(input * cached.part) : cached.tokens;
    checkPart("--cached", usage.cached, "--input", input);
  }
  if (tokens.reasoning !== undefined)
    checkPart("--reasoning", tokens.reasoning, "--output", output);
  for (const key of usageKeys) {
    const value = tokens[key];
    if (value !== undefined) usage[key] = value;
  }
  return usage;
}

function checkPart(flag: string, part: number, of: string, whole: number): void {
  if (part <= whole) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `${flag} ${part} is more than ${of} ${whole}`,
    hint: `the tokens of ${flag} are a part of those of ${of}`,
  });
}

const usageKeys = [
  "input",
  "output",
  "cacheWrite",
  "reasoning",
  "inputAudio",
  "outputAudio",
] as const;
