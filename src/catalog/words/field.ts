import type { UnitName } from "./units.ts";

/** Words that can be given: all of them, or where the catalog has them. */
export type KnownWords = readonly string[] | "provider" | "family" | "model";

/** What a question can be told, as data: each surface reads it in its own way. */
export type FieldKind =
  | { type: "flag" }
  | { type: "number"; unit: UnitName }
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  | { type: "date" }
  | { type: "text"; shown: string; known?: KnownWords }
  /** One of a few, as they are; `what` they are for a message. */
  | { type: "word"; shown: string; what: string; known: readonly string[] }
  /** Several texts. What is known of them is no bound: other spellings are forgiven. */
  | { type: "texts"; shown: string; known?: KnownWords; example: string }
  /** `alone`: the field that a value stands for which is no object. */
  | { type: "record"; fields: Readonly<Record<string, Field>>; alone?: string };

/** One thing a question can be told. */
export interface Field {
  kind: FieldKind;
  /** What it means, as a line of the help. */
  about: string;
  /** Whether nothing can be asked without it. */
  isNeeded?: true;
  /** The number beside it that it is a part of, and never more than. */
  partOf?: string;
}

export const flag = { type: "flag" } as const;
export const date = { type: "date" } as const;
export const usd = { type: "number", unit: "usd" } as const;
export const tokens = { type: "number", unit: "tokens" } as const;
export const count = { type: "number", unit: "count" } as const;
/** So many in some time: half of one, too. */
export const rate = { type: "number", unit: "rate" } as const;
export const bytes = { type: "number", unit: "bytes" } as const;
export const share = { type: "number", unit: "share" } as const;

/** A list of names; `known` is what completes them. */
export function names(shown: string, known: KnownWords, example = "one,another") {
  return { type: "texts", shown, known, example } as const;
}

export function text(shown: string, known?: KnownWords) {
  return { type: "text", shown, ...(known === undefined ? {} : { known }) } as const;
}

export function word(shown: string, what: string, known: readonly string[]) {
  return { type: "word", shown, what, known } as const;
}

/** `minContext` → `--min-context`, as people know it. */
export function flagName(field: string): `--${string}` {
  if (field.toLowerCase() === field) return `--${field}`;
  let name: `--${string}` = "--";
  // by numbers: dozens of names are made at every start
  for (let at = 0; at < field.length; at += 1) {
    const letter = field.charAt(at);
    const small = letter.toLowerCase();
    name += letter === small ? letter : `-${small}`;
  }
  return name;
}
