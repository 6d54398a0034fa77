import { nearest } from "../catalog/words/nearest.ts";
import { beginningOf, said } from "../catalog/words/said.ts";
import { isIn, type Unit, type UnitName, units } from "../catalog/words/units.ts";
import { ModelForgeError } from "../failure.ts";

/** A kind of value a program may give, whatever it does give. */
export interface Kind {
  /** What it has to be, for the hint. */
  takes: string;
  /** Says yes of what needs no copy, in less time than `read`. */
  accepts?: (value: unknown) => boolean;
  /** Gives a copy of what was meant. Throws `usage.bad-value`. */
  read(value: unknown, field: string): unknown;
}

// no name is that long, and no list: `Array(1e9)` has nothing in it but takes forever to read
const longestText = 10_000;
const longestList = 100_000;

/** Half a character, which is no Unicode, is U+FFFD as in a catalog. */
export const text: Kind = {
  takes: "text",
  accepts: (value) => isText(value) && value.isWellFormed(),
  read: (value, field) => {
    if (isText(value)) return value.toWellFormed();
    throw badValue(field, value, "it takes text");
  },
};
export const flag = kind("true or false", (value) => typeof value === "boolean");
export const whole = number("tokens");
export const usd = number("usd");
export const milliseconds = kind(
  "a number of milliseconds, 0 or more",
  (value) => typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER,
);
export const path = kind("a path or an address", (value) => isText(value) && isPath(value));
export const texts = listOf(text);

export function number(name: UnitName): Kind {
  const unit: Unit = units[name];
  return kind(unit.takes, (value) => isIn(unit, value));
}

export function kind(takes: string, accepts: (value: unknown) => boolean): Kind {
  return {
    takes,
    accepts,
    read: (value, field) => {
      if (accepts(value)) return value;
      throw badValue(field, value, `it takes ${takes}`);
    },
  };
}

/** One of a few words, as they are. */
export function word(known: readonly string[]): Kind {
  return {
    takes: `one of ${known.join(", ")}`,
    read: (value, field) => {
      if (typeof value === "string" && known.includes(value)) return value;
      throw unknownWord(field, value, known);
    },
  };
}

/** What may be left open. */
export function orNull(one: Kind): Kind {
  return {
    takes: `${one.takes}, or null`,
    accepts: (value) => value === null || one.accepts?.(value) === true,
    read: (value, field) => (value === null ? null : one.read(value, field)),
  };
}

export function listOf(one: Kind): Kind {
  const takes = `a list; each of it is ${one.takes}`;
  return {
    takes,
    read: (value, field) => {
      if (typeof value === "string") {
        throw badValue(field, value, `write it as a list: [${JSON.stringify(beginningOf(value))}]`);
      }
      if (!Array.isArray(value)) throw badValue(field, value, `it takes ${takes}`);
      if (value.length > longestList) throw badValue(field, value, "the list is too long");
      const copy: unknown[] = [];
      for (let at = 0; at < value.length; at += 1) {
        const entry: unknown = value[at];
        const isSound = one.accepts?.(entry) === true;
        copy.push(isSound ? entry : one.read(entry, `${field}[${at}]`));
      }
      return copy;
    },
  };
}

/** The fields of an object and what each has to be; what is `undefined` was not given. */
export function record(fields: Readonly<Record<string, Kind>>, needed: readonly string[]): Kind {
  const kinds = new Map(Object.entries(fields));
  const known = [...kinds.keys()];
  const takes = `an object of ${known.join(", ")}`;
  return {
    takes,
    read: (value, field) => {
      if (!isPlain(value)) throw badValue(field || "options", value, `it takes ${takes}`);
      const placeOf = (key: string): string => (field === "" ? key : `${field}.${key}`);
      const copy = new Map<string, unknown>();
      for (const key of Reflect.ownKeys(value)) {
        const name = String(key);
        const expected = typeof key === "string" ? kinds.get(key) : undefined;
        if (expected === undefined) throw unknownField(placeOf(name), name, known);
        const given: unknown = Reflect.get(value, key);
        if (given === undefined) continue;
        const isSound = expected.accepts?.(given) === true;
        copy.set(name, isSound ? given : expected.read(given, placeOf(name)));
      }
      for (const key of needed) {
        if (!copy.has(key)) throw missing(placeOf(key), kinds.get(key) as Kind);
      }
      return Object.fromEntries(copy);
    },
  };
}

export function missing(field: string, { takes }: Kind): ModelForgeError {
  return badValue(field, undefined, `it takes ${takes}`);
}

export function badValue(
  field: string,
  given: unknown,
  hint: string,
  cause?: unknown,
): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${field} cannot be ${shown(given)}`,
    hint,
    details: { field, given: asJson(given) },
    cause,
  });
}

/** A word that is not among the known ones, with the nearest of them. */
function unknownWord(field: string, given: unknown, known: readonly string[]): ModelForgeError {
  const close = typeof given === "string" ? nearest(given.slice(0, longestText), known) : [];
  const hint =
    close.length > 0 ? `did you mean ${close.join(", ")}?` : `known: ${known.join(", ")}`;
  return new ModelForgeError("usage.bad-value", {
    message: `${field} cannot be ${shown(given)}`,
    hint,
    details: { field, given: asJson(given), nearest: close },
  });
}

function unknownField(field: string, key: string, known: readonly string[]): ModelForgeError {
  const close = nearest(key.slice(0, longestText), known);
  return new ModelForgeError("usage.bad-value", {
    message: `there is no ${beginningOf(field.slice(0, field.length - key.length) + said(key))}`,
    hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : `known: ${known.join(", ")}`,
    details: { field: beginningOf(field), given: beginningOf(key), nearest: close },
  });
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestText;
}

function isPath(value: string): boolean {
  return value !== "" && !value.includes("\0");
}

/** An object written with braces: no list, no date, no boxed number, none of a class. From another realm, too. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Nothing of what was given is called for it: it may be anything. */
function shown(value: unknown): string {
  const json = asJson(value);
  return typeof json === "string" && typeof value === "string"
    ? JSON.stringify(json)
    : String(json);
}

function asJson(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return beginningOf(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return beginningOf(`${value}n`);
  if (typeof value === "symbol") return beginningOf(String(value));
  if (typeof value === "object") return isList(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : "undefined";
}

function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // a proxy that has been revoked
    return false;
  }
}
