import { parseSize } from "../catalog/words/sizes.ts";
import { accepts, type KindName } from "./kinds.ts";

/** What people and other programs are told of a kind of value. */
interface KindWords {
  /** For messages: `true or false`. */
  readonly takes: string;
  readonly schema: Readonly<Record<string, unknown>>;
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
    schema: { type: "string", pattern: String.raw`\S` },
    read: (text) => (accepts.line(text) ? text : undefined),
  },
  name: {
    takes: "the name of a model: one line of at most 500 characters, all of which can be seen",
    schema: { type: "string", pattern: String.raw`\S`, maxLength: 500 },
    // what nobody sees nobody could type
    read: (text) =>
      accepts.name(text) && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) ? text : undefined,
  },
  flag: {
    takes: "true or false",
    schema: { type: "boolean" },
    read: (text) => flags.get(text.toLowerCase()),
  },
  names: {
    takes: "a list of names of variables, as in MY_KEY,MY_OTHER_KEY",
    schema: {
      type: "array",
      items: { type: "string", pattern: String.raw`^[A-Z\d_]{1,80}$` },
      maxItems: 50,
    },
    read: (text) => {
      const names = text.split(",").map((one) => one.trim());
      return accepts.names(names) ? names : undefined;
    },
  },
  count: {
    takes: "a whole number above 0, as in 128000 or 128k",
    schema: { type: "integer", exclusiveMinimum: 0 },
    read: (text) => known("count", parseSize(text)),
  },
  amount: {
    takes: "a number that is not negative",
    schema: { type: "number", minimum: 0 },
    read: (text) => known("amount", /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  },
  header: {
    takes: "one line of letters, digits and signs of ASCII",
    schema: { type: "string", pattern: String.raw`^[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*$` },
    read: (text) => (accepts.header(text) ? text : undefined),
  },
  object: {
    takes: "an object in JSON",
    schema: { type: "object" },
    read: (text) => known("object", objectIn(text)),
  },
  duration: {
    takes: "a time like 24h, 30m or 7d",
    schema: { type: "string", pattern: String.raw`^\s*\d+(\.\d+)?\s*[A-Za-z]+\s*$` },
    read: (text) => (accepts.duration(text) ? text : undefined),
  },
};
