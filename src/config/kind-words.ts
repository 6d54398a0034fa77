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
  duration: {
    takes: "a time like 24h, 30m or 7d",
    schema: { type: "string", pattern: String.raw`^\s*\d+(\.\d+)?\s*[A-Za-z]+\s*$` },
    read: (text) => (accepts.duration(text) ? text : undefined),
  },
};
