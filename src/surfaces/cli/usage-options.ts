import {
  periods,
  type Requests,
  type RequestsOrAll,
  type Usage,
  usageFields,
} from "../../catalog/cost/usage.ts";
import { parseSize } from "../../catalog/words/sizes.ts";
import { isIn, units } from "../../catalog/words/units.ts";
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
  requests?: RequestsOrAll;
}

export function usageFlags(group = "Usage:"): Flag[] {
  return [
    ...flagsOf(usageFields, group).map(
      (flag): Flag =>
        flag.name === "--cached"
          ? { name: flag.name, about: flag.about, group, takes: share }
          : flag,
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
  const trimmed = value.trim();
  const percent = /^0*(\d+(?:\.\d+)?)\s*%$/.exec(trimmed);
  if (percent !== null && Number(percent[1]) <= 100) {
    const [, written = ""] = percent;
    // zeros at the end say nothing
    const digits = written.includes(".") ? written.replace(/\.?0*$/, "") : written;
    const part = Number(digits) / 100;
    const isHeld = Number(digits) === percentOf(part) && digits.length <= mostDigits;
    if (part > 0 && Number(digits) < finest) throw tooSmall(flag, trimmed);
    if (!isHeld) throw cutTooFine(flag, trimmed);
    return { part };
  }
  if (/^(?:0?[.,]\d+|1[.,]0+)$/.test(trimmed)) throw isShareOrTokens(flag, trimmed);
  const tokens = parseSize(value);
  if (tokens === undefined) throw badValue(flag, value, "80%");
  return { tokens };
}

// of a share in percent; floats hold a few more
const mostDigits = 12;
const finest = 1e-6;

/** 0.8 → 80. */
export function percentOf(part: number): number {
  return Number((part * 100).toPrecision(mostDigits));
}

function cutTooFine(flag: string, value: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} ${value} has more than the ${mostDigits} digits that are counted`,
    hint: `write it like ${flag} 33.33%, or the tokens themselves like ${flag} 10k`,
    details: { flag, value },
  });
}

function tooSmall(flag: string, value: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} ${value} is below the smallest share that is counted, ${finest.toFixed(6)}%`,
    hint: `write the tokens themselves, like ${flag} 10k`,
    details: { flag, value },
  });
}

function isShareOrTokens(flag: string, value: string): ModelForgeError {
  const percent = Number((Number(value.replace(",", ".")) * 100).toPrecision(12));
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} ${value}: ${percent} % or tokens?`,
    hint: `write a share as ${flag} ${percent}%, tokens as a whole number like ${flag} 10k`,
    details: { flag, value },
  });
}

const requestsExample = "1000/day";

/** What is done in a night is done in a day. */
function readRequests(value: string, flag: string): RequestsOrAll {
  const [number = "", time, ...more] = value.trim().toLowerCase().split("/");
  const word = time?.trim();
  const per = periods.find((one) => one === (word === "night" ? "day" : word));
  const count = units.rate.parse(number);
  if ((per === undefined) !== (word === undefined) || more.length > 0 || !isIn(units.rate, count)) {
    throw badValue(flag, value, `${requestsExample}, 5/hour, 200/week or 20k/month`);
  }
  return per === undefined ? { count } : { count, per };
}

/** A number alone is per day where there is no ceiling on what all cost. */
export function requestsInTime({ requests }: UsageOptions): { requests?: Requests } {
  if (requests === undefined) return {};
  return { requests: { count: requests.count, per: requests.per ?? "day" } };
}

function describesUsage(flags: UsageOptions): boolean {
  return flags.cached !== undefined || usageKeys.some((key) => flags[key] !== undefined);
}

/** The usage of one request; undefined where no flag describes one. `note` is told what had to be rounded. */
export function readUsage(
  flags: UsageOptions,
  note: (message: string) => void = () => {},
): Usage | undefined {
  const { cached, requests: _, ...rest } = flags;
  if (!describesUsage(flags)) return undefined;
  const input = rest.input ?? 0;
  const output = rest.output ?? 0;
  const usage: Usage = { input, output };
  if (cached !== undefined && "part" in cached && rest.input === undefined)
    throw shareOfNone(cached);
  if (cached !== undefined) {
    usage.cached = "part" in cached ? tokensOf(cached.part, input, note) : cached.tokens;
    checkPart("--cached", usage.cached, "--input", input);
  }
  if (rest.reasoning !== undefined) checkPart("--reasoning", rest.reasoning, "--output", output);
  for (const key of usageKeys) {
    const value = rest[key];
    if (value !== undefined) usage[key] = value;
  }
  return usage;
}

/** What is said of the usage of one request; a share is of what is usual where the input is not said. */
export function readPartOfUsage(
  flags: UsageOptions,
  { input, output }: Usage,
  note: (message: string) => void,
): Partial<Usage> | undefined {
  if (!describesUsage(flags)) return undefined;
  const whole: Partial<Usage> | undefined = readUsage({ input, output, ...flags }, note);
  if (flags.input === undefined) delete whole?.input;
  if (flags.output === undefined) delete whole?.output;
  return whole;
}

/** Whole tokens of a share; what is cut off is said. */
function tokensOf(part: number, input: number, note: (message: string) => void): number {
  const percent = percentOf(part);
  const [whole = "", decimals = ""] = String(percent).split(".");
  const one = 100n * 10n ** BigInt(decimals.length);
  const all = BigInt(input) * BigInt(whole + decimals);
  const tokens = Number((all + one / 2n) / one);
  if (all % one !== 0n) {
    const rest = (all % one).toString().padStart(one.toString().length - 1, "0");
    const exact = `${all / one}.${rest.replace(/0+$/, "")}`;
    note(`${percent}% of ${input} tokens are ${exact}: ${tokens} count as cached`);
  }
  return tokens;
}

function shareOfNone({ part }: { part: number }): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: `--cached ${percentOf(part)}% of which input?`,
    hint: `add --input, like --input 40k --cached ${percentOf(part)}%`,
  });
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
