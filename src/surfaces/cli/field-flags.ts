import { type Field, type FieldKind, flagName } from "../../catalog/words/field.ts";
import type { Flag, Taken } from "./flag.ts";
import { list, text, word } from "./option-values.ts";
import { number } from "./unit-values.ts";

/** A flag for each field that one text can say. */
export function flagsOf(fields: Readonly<Record<string, Field>>, group?: string): Flag[] {
  return Object.entries(fields).map(([name, { kind, about }]) => {
    const takes = takenBy(kind);
    return {
      name: flagName(name),
      about,
      ...(takes === undefined ? {} : { takes }),
      ...(group === undefined ? {} : { group }),
    };
  });
}

/** Undefined for what is given or not. */
function takenBy(kind: FieldKind): Taken | undefined {
  switch (kind.type) {
    case "flag":
      return undefined;
    case "number":
      return number(kind.unit);
    case "date":
      return text("date");
    case "text":
      return text(kind.shown, kind.known);
    case "word":
      return word(kind.shown, kind.what, kind.known);
    case "texts":
      return list(kind.shown, kind.example, kind.known);
    default:
      throw new TypeError("no text says a record");
  }
}
