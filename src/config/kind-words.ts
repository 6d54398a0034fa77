import { highestLimit, highestPrice } from "../catalog/words/bounds.ts";
import { capabilities } from "../catalog/words/capability.ts";
import { parseSize } from "../catalog/words/sizes.ts";
import { accepts, type KindName, ownStatuses } from "./kinds.ts";

/** What people and other programs are told of a kind of value. */
interface KindWords {
  /** For messages: `true or false`. */
  readonly takes: string;
  /** From words of a command line; undefined where they are none of it. */
  read(text: string): unknown;
}

const flags = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

function known(kind: KindName, value: unknown): unknown {
  return accepts[kind](value) ? value : undefined;
}

function partsOf(text: string): string[] {
  return text.split(",").map((one) => one.trim());
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const kindWords: Readonly<Record<KindName, KindWords>> = {
  line: {
    takes: "text",
    read: (text) => (accepts.line(text) ? text : undefined),
  },
  name: {
    takes: "the name of a model: one line of at most 500 characters, all of which can be seen",
    // what nobody sees nobody could type
    read: (text) =>
      accepts.name(text) && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) ? text : undefined,
  },
  flag: {
    takes: "true or false",
    read: (text) => flags.get(text.toLowerCase()),
  },
  names: {
    takes: "a list of names of variables, as in MY_KEY,MY_OTHER_KEY",
    read: (text) => {
      const names = partsOf(text);
      return accepts.names(names) ? names : undefined;
    },
  },
  models: {
    takes: "a list of at most 20 models, as in openai/gpt-5,anthropic/claude-sonnet-4-5",
    read: (text) => known("models", partsOf(text)),
  },
  capabilities: {
    takes: `a list of capabilities: ${capabilities.join(", ")}`,
    read: (text) => known("capabilities", [...new Set(partsOf(text))]),
  },
  status: {
    takes: `one of ${ownStatuses.join(", ")}`,
    read: (text) => known("status", text.trim().toLowerCase()),
  },
  count: {
    takes: `a whole number of tokens, 1 to ${highestLimit} and not 99999999, as in 128000 or 128k`,
    read: (text) => known("count", parseSize(text)),
  },
  amount: {
    takes: `USD per 1,000,000 tokens: 0, or a number from 0.000001 to ${highestPrice}`,
    read: (text) => known("amount", /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  },
  budget: {
    takes: "a number that is not negative",
    read: (text) => known("budget", /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  },
  header: {
    takes: "one line of letters, digits and signs of ASCII",
    read: (text) => (accepts.header(text) ? text : undefined),
  },
  object: {
    takes: "an object in JSON",
    read: (text) => known("object", objectIn(text)),
  },
  duration: {
    takes: "a time like 24h, 30m or 7d",
    read: (text) => (accepts.duration(text) ? text : undefined),
  },
};
