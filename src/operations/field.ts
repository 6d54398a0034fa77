import { readDate } from "../catalog/words/dates.ts";
import type { Field } from "../catalog/words/field.ts";
import { ModelForgeError } from "../failure.ts";
import { badValue, flag, type Kind, number, record, text, texts, word } from "./input-kinds.ts";

/** Every field of an input. */
export type Fields<Input> = Readonly<Record<keyof Required<Input>, Field>>;

/** Reads what a program gives for a field: numbers as numbers, lists as lists. */
export function readerOf({ kind }: Field): Kind {
  switch (kind.type) {
    case "flag":
      return flag;
    case "number":
      return number(kind.unit);
    case "date":
      return day;
    case "text":
      return text;
    case "word":
      return word(kind.known);
    case "texts":
      return texts;
    default:
      return kind.alone === undefined
        ? recordOf(kind.fields)
        : recordOrOne(kind.fields, kind.alone);
  }
}

/** `1000` → `{ count: 1000 }`. */
function recordOrOne(fields: Readonly<Record<string, Field>>, alone: string): Kind {
  const all = recordOf(fields);
  // look-up allowed: the name of one of the fields beside it
  const one = readerOf(fields[alone] as Field);
  return {
    takes: `${one.takes}, or ${all.takes}`,
    read: (value, field) => {
      const isObject = typeof value === "object" && value !== null;
      return isObject ? all.read(value, field) : { [alone]: one.read(value, field) };
    },
  };
}

const day: Kind = {
  takes: "a date like 2026-05-01 or 2026-05",
  read: (value, field) => {
    if (typeof value === "string" && readDate(value) !== null) return value;
    throw badValue(field, value, `it takes ${day.takes}`);
  },
};

/** An object of fields, with what it cannot do without. */
export function recordOf(fields: Readonly<Record<string, Field>>): Kind {
  const all = Object.entries(fields);
  const plain = record(
    Object.fromEntries(all.map(([name, field]) => [name, readerOf(field)])),
    all.flatMap(([name, { isNeeded }]) => (isNeeded === true ? [name] : [])),
  );
  return {
    takes: plain.takes,
    read: (value, field) => {
      const read = plain.read(value, field) as Record<string, unknown>;
      checkParts(fields, new Map(Object.entries(read)), field);
      return read;
    },
  };
}

function checkParts(
  fields: Readonly<Record<string, Field>>,
  read: ReadonlyMap<string, unknown>,
  path: string,
): void {
  for (const [name, { partOf }] of Object.entries(fields)) {
    const part = read.get(name);
    if (partOf === undefined || part === undefined) continue;
    const whole = Number(read.get(partOf) ?? 0);
    const number = Number(part);
    if (number <= whole) continue;
    const place = path === "" ? name : `${path}.${name}`;
    throw new ModelForgeError("usage.bad-value", {
      message: `${place} of ${number} is more than the ${partOf} of ${whole}`,
      hint: `${name} is a part of the ${partOf}`,
      details: { field: place, given: number },
    });
  }
}
