import { inList, State, Step, table } from "./json-states.ts";

/** Levels of nesting that are stepped over: fewer than a row may have. */
const mostLevels = 60;

/**
 * The position behind an object or a list that begins at `from`, or -1 where it is no JSON or nested deeper than 60
 * levels.
 */
export function skipNested(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let level = 1;
  let context = bytes[from] === openBracket ? inList : 0;
  let state = context + State.first;
  for (let at = from + 1; at < length; at += 1) {
    state = table[(state << 8) | (bytes[at] as number)] as number;
    if (state < Step.objectOpens) continue;
    if (state === Step.wrong) return -1;
    if (state <= Step.listOpens) {
      if (level === mostLevels) return -1;
      contexts[level] = context;
      level += 1;
      context = state === Step.listOpens ? inList : 0;
      state = context + State.first;
    } else {
      level -= 1;
      if (level === 0) return at + 1;
      context = contexts[level] as number;
      state = context + State.after;
    }
  }
  return -1;
}

/** What `JSON.parse` takes for white space. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return at;
    at += 1;
  }
}

const openBracket = 91;
// what the levels around are; nothing of it lasts longer than a call
const contexts = new Uint8Array(mostLevels);
