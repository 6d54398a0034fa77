import { type Field, rate, tokens, word } from "../words/field.ts";

/**
 * What one request uses, in tokens. `cached` is a part of `input`, `reasoning` a part of `output`;
 * tokens written to the cache and audio stand beside them, as providers report them.
 */
export interface Usage {
  input: number;
  /** Tokens of `input` read from the provider's cache; charged once, at the cache price. */
  cached?: number;
  /** Tokens written to the provider's cache. */
  cacheWrite?: number;
  output: number;
  /** Tokens of `output` spent on reasoning; charged once, at the reasoning price where there is one. */
  reasoning?: number;
  inputAudio?: number;
  outputAudio?: number;
}

/** Times that requests are counted in, in hours. A month of the estimates has 30 days. */
const hoursOf = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;

export type Period = keyof typeof hoursOf;

export const periods = Object.keys(hoursOf) as Period[];

/** How many requests, in which time; half a request a day is one every other day. */
export interface Requests {
  count: number;
  per: Period;
}

/** Without a time the count is of all requests there are. */
export type RequestsOrAll = Requests | { count: number; per?: undefined };

/** A number alone is of all requests. */
export function asRequests(given: number | RequestsOrAll): RequestsOrAll {
  return typeof given === "number" ? { count: given } : given;
}

/** How many of one period are in another, as a fraction in whole numbers. */
export function periodsIn(of: Period, per: Period): [over: number, under: number] {
  return [hoursOf[of], hoursOf[per]];
}

/** What a usage can be told. */
export const usageFields = {
  input: { kind: tokens, about: "tokens in, per request", isNeeded: true },
  output: { kind: tokens, about: "tokens out, per request", isNeeded: true },
  cached: {
    kind: tokens,
    about: "part of the input read from the cache, like 10k or 80%",
    partOf: "input",
  },
  cacheWrite: { kind: tokens, about: "tokens written to the cache, beside the input" },
  reasoning: { kind: tokens, about: "part of the output spent on reasoning", partOf: "output" },
  inputAudio: { kind: tokens, about: "audio in, beside the input" },
  outputAudio: { kind: tokens, about: "audio out, beside the output" },
} satisfies Record<keyof Usage, Field>;

/** The same where there are usual numbers for what is not said. */
export const partialUsageFields: Readonly<Record<keyof Usage, Field>> = {
  ...usageFields,
  input: { kind: tokens, about: usageFields.input.about },
  output: { kind: tokens, about: usageFields.output.about },
  cached: { kind: tokens, about: usageFields.cached.about },
  reasoning: { kind: tokens, about: usageFields.reasoning.about },
};

const count = { kind: rate, about: "how many", isNeeded: true } as const;
const per = { kind: word("time", "time", periods), about: "in which time" };

export const requestsFields = {
  count,
  per: { ...per, isNeeded: true },
} satisfies Record<keyof Requests, Field>;

export const requestsOrAllFields = { count, per } satisfies Record<keyof Requests, Field>;

/** Tokens the model reads: what the thresholds of long-context tiers are compared with. */
export function promptTokens({ input, cacheWrite = 0, inputAudio = 0 }: Usage): number {
  return input + cacheWrite + inputAudio;
}
