import { type Field, type FieldKind, flagName } from "../../catalog/words/field.ts";
import type { Flag, Taken } from "./flag.ts";
import { list, text, word } from "./option-values.ts";
import { number } from "./unit-values.ts";

/** What is typed often has one letter, too. */
const letters: ReadonlyMap<string, `-${string}`> = new Map([
  ["provider", "-p"],
  ["capability", "-c"],
  ["sort", "-s"],
  ["limit", "-n"],
]);

/** A flag for each field that one text can say. */
export function flagsOf(fields: Readonly<Record<string, Field>>, group?: string): Flag[] {
  return Object.entries(fields).map(([name, field]) => new FieldFlag(name, field, group));
}

/** Of dozens that a command has a line says a few: what those take is made where they are read. */
class FieldFlag implements Flag {
  readonly name: `--${string}`;
  readonly about: string;
  declare short?: `-${string}`;
  declare group?: string;
  readonly #kind: FieldKind;

  constructor(name: string, { kind, about }: Field, group: string | undefined) {
    this.name = flagName(name);
    this.about = about;
    this.#kind = kind;
    const short = letters.get(name);
    if (short !== undefined) this.short = short;
    if (group !== undefined) this.group = group;
  }

  get takes(): Taken | undefined {
    return takenBy(this.#kind);
  }
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
