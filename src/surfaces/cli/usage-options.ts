import { type Command, Option } from "commander";
import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import { parseSize } from "../../catalog/words/sizes.ts";
import { ModelForgeError } from "../../failure.ts";
import { badValue, size } from "./option-values.ts";

/** The flags that describe a usage, as commander gives them. */
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

export function addUsageOptions(command: Command, heading = "Usage:"): void {
  const add = (flags: string, description: string, parse: (value: string) => unknown): void => {
    command.addOption(new Option(flags, description).argParser(parse).helpGroup(heading));
  };
  add("--input <tokens>", "tokens in, per request", size("--input"));
  add("--output <tokens>", "tokens out, per request", size("--output"));
  add("--cached <tokens|share>", "part of the input read from the cache, like 10k or 80%", share);
  add(
    "--cache-write <tokens>",
    "tokens written to the cache, beside the input",
    size("--cache-write"),
  );
  add("--reasoning <tokens>", "part of the output spent on reasoning", size("--reasoning"));
  add("--input-audio <tokens>", "audio in, beside the input", size("--input-audio"));
  add("--output-audio <tokens>", "audio out, beside the output", size("--output-audio"));
  add("--requests <count>", "how many, like 1000/day or 20k/month", requests);
}

type Share = { tokens: number } | { part: number };

function share(value: string): Share {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value.trim());
  if (percent !== null && Number(percent[1]) <= 100) return { part: Number(percent[1]) / 100 };
  const tokens = parseSize(value);
  if (tokens === undefined) throw badValue("--cached", value, "80%");
  return { tokens };
}

/** A number alone is per day. */
function requests(value: string): Requests {
  const [, number = "", per = "day"] = /^(.*?)(?:\/(day|month))?$/i.exec(value.trim()) ?? [];
  const count = parseSize(number);
  if (count === undefined || count < 1) throw badValue("--requests", value, "1000/day");
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
