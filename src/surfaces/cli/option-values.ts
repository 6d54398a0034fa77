import { parseBytes, parseSize } from "../../catalog/words/sizes.ts";
import { ModelForgeError } from "../../failure.ts";

/** `--provider a,b --provider c` → a, b, c. */
export function collector(flag: string, example: string) {
  return (value: string, before: string[] | undefined): string[] => {
    const values = value.split(",").map((one) => one.trim());
    const named = values.filter((one) => one !== "");
    // a script whose variable is empty did not mean "none"
    if (named.length === 0) throw badValue(flag, '""', example);
    return [...(before ?? []), ...named];
  };
}

export function badValue(flag: string, value: string, example: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} does not understand ${value}`,
    hint: `write it like ${flag} ${example}`,
    details: { flag, value },
  });
}

/** A number of dollars; `$` in front is forgiven. */
export function money(flag: string) {
  return (value: string): number => {
    const digits = value.trim().replace(/^\$/, "");
    const number = Number(digits);
    if (digits === "" || !Number.isFinite(number) || number < 0) {
      throw badValue(flag, value, "2.50");
    }
    return number;
  };
}

export function size(flag: string) {
  return (value: string): number => {
    const parsed = parseSize(value);
    if (parsed === undefined) throw badValue(flag, value, "200k");
    return parsed;
  };
}

export function bytes(flag: string) {
  return (value: string): number => {
    const parsed = parseBytes(value);
    if (parsed === undefined) throw badValue(flag, value, "50MB");
    return parsed;
  };
}

export function count(flag: string) {
  return (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value.trim()) || !Number.isSafeInteger(number) || number < 1) {
      throw badValue(flag, value, "20");
    }
    return number;
  };
}

/** One of a few words, in any case. */
export function readWord<Word extends string>(
  what: string,
  value: string,
  known: readonly Word[],
): Word {
  const word = known.find((one) => one === value.trim().toLowerCase());
  if (word !== undefined) return word;
  throw new ModelForgeError("usage.bad-value", {
    message: `no ${what} ${value}`,
    hint: `known: ${known.join(", ")}`,
    details: { value, known },
  });
}
