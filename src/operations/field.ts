import { readDate } from "../catalog/words/dates.ts";
import type { Field } from "../catalog/words/field.ts";
import { badValue, flag, type Kind, number, record, text, texts, word } from "./input-kinds.ts";

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
      return recordOf(kind.fields);
  }
}

const day: Kind = {
  takes: "a date like 2026-05-01 or 2026-05",
  read: (value, field) => {
    if (typeof value === "string" && readDate(value) !== null) return value;
    throw badValue(field, value, `it takes ${day.takes}`);
  },
};

/** An object of fields, with what it cannot do without. */
function recordOf(fields: Readonly<Record<string, Field>>): Kind {
  const all = Object.entries(fields);
  return record(
    Object.fromEntries(all.map(([name, field]) => [name, readerOf(field)])),
    all.flatMap(([name, { isNeeded }]) => (isNeeded === true ? [name] : [])),
  );
}
