import { parseBytes, parseSize } from "../../catalog/words/sizes.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Values } from "./completion/table.ts";
import type { Taken } from "./flag.ts";

/** Anything, as it is written. */
export function text(shown: string, completes?: Values): Taken {
  return { shown, read: (value) => value, ...(completes === undefined ? {} : { completes }) };
}

/** `--provider a,b --provider c` → a, b, c. */
export function list(shown: string, example: string, completes?: Values): Taken {
  return {
    ...text(shown, completes),
    isList: true,
    read: (value, flag, before) => {
      const named = value
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== "");
      // a script whose variable is empty did not mean "none"
      if (named.length === 0) throw badValue(flag, '""', example);
      return [...((before ?? []) as string[]), ...named];
    },
  };
}

/** One of a few words, in any case. */
export function word(shown: string, what: string, known: readonly string[]): Taken {
  return { shown, completes: known, read: (value) => readWord(what, value, known) };
}

/** A number of dollars; `$` in front is forgiven. */
export const usd: Taken = {
  shown: "usd",
  read: (value, flag) => {
    const digits = value.trim().replace(/^\$/, "");
    const number = Number(digits);
    if (digits === "" || !Number.isFinite(number) || number < 0) {
      throw badValue(flag, value, "2.50");
    }
    return number;
  },
};

export const tokens: Taken = {
  shown: "tokens",
  read: (value, flag) => orBad(parseSize(value), flag, value, "200k"),
};

export const bytes: Taken = {
  shown: "bytes",
  read: (value, flag) => orBad(parseBytes(value), flag, value, "50MB"),
};

export const count: Taken = {
  shown: "count",
  read: (value, flag) => {
    const number = Number(value);
    const isCount = /^\d+$/.test(value.trim()) && Number.isSafeInteger(number) && number >= 1;
    return orBad(isCount ? number : undefined, flag, value, "20");
  },
};

function orBad(read: number | undefined, flag: string, value: string, example: string): number {
  if (read === undefined) throw badValue(flag, value, example);
  return read;
}

export function badValue(flag: string, value: string, example: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} does not understand ${value}`,
    hint: `write it like ${flag} ${example}`,
    details: { flag, value },
  });
}

export function readWord<Word extends string>(
  what: string,
  value: string,
  known: readonly Word[],
): Word {
  const found = known.find((one) => one === value.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new ModelForgeError("usage.bad-value", {
    message: `no ${what} ${value}`,
    hint: `known: ${known.join(", ")}`,
    details: { value, known },
  });
}
