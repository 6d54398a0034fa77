import { ownEntry } from "../../catalog/words/own-entry.ts";
import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Values } from "./completion/table.ts";
import type { Taken } from "./flag.ts";
import { otherValues } from "./other-words.ts";
import { wordsMeant } from "./words-meant.ts";

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
      if (named.length === 0) throw badValue(flag, "", example);
      return [...((before ?? []) as string[]), ...named];
    },
  };
}

/** One of a few words, in any case. */
export function word(shown: string, what: string, known: readonly string[]): Taken {
  return { shown, completes: known, read: (value) => readWord(what, value, known) };
}

export function badValue(flag: string, value: string, example: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} does not understand ${said(value)}`,
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
  const close = wordsMeant(value.trim(), known, ownEntry(otherValues, what) ?? {});
  throw new ModelForgeError("usage.bad-value", {
    message: `no ${what} ${said(value)}`,
    hint: `${close.length > 0 ? `did you mean ${close.join(", ")}? ` : ""}known: ${known.join(", ")}`,
    details: { value, known, nearest: close },
  });
}
