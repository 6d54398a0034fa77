import type { Field } from "../catalog/words/field.ts";
import { ModelForgeError } from "../failure.ts";
import { type Fields, readerOf } from "./field.ts";
import { type Kind, missing, record } from "./input-kinds.ts";

/** What each field of an input has to be. A field that is not here is unknown. */
export type Table<Input> = Readonly<Record<keyof Required<Input>, Kind>>;

/** What a program gives for an input: some fields as arguments, the others in an object of options. */
export interface InputReader<Input> {
  /**
   * A copy of what was given, read once. `values` go by `positional`.
   *
   * Throws `usage.bad-value` for whatever it cannot be, naming the field.
   */
  read(options: unknown, ...values: unknown[]): Input;
}

/** The same for the fields of an operation. */
export function inputOfFields<Input>(
  fields: Fields<Input>,
  positional: readonly (keyof Input & string)[] = [],
): InputReader<Input> {
  // most programs ask one or two questions: what the others take is not worked out
  let reader: InputReader<Input> | undefined;
  const work = (): InputReader<Input> => {
    const all = Object.entries<Field>(fields);
    const table = Object.fromEntries(all.map(([name, field]) => [name, readerOf(field)]));
    const needed = all.filter(([, { isNeeded }]) => isNeeded === true).map(([name]) => name);
    return inputOf(table as Table<Input>, positional, needed as (keyof Input & string)[]);
  };
  return {
    read: (options, ...values) => {
      reader ??= work();
      return reader.read(options, ...values);
    },
  };
}

export function inputOf<Input>(
  table: Table<Input>,
  positional: readonly (keyof Input & string)[] = [],
  needed: readonly (keyof Input & string)[] = [],
): InputReader<Input> {
  const isPositional = (key: string): boolean => positional.some((one) => one === key);
  const others = Object.entries<Kind>(table).filter(([key]) => !isPositional(key));
  const rest = record(
    Object.fromEntries(others),
    needed.filter((key) => !isPositional(key)),
  );
  const readOne = (field: keyof Input & string, value: unknown): [string, unknown][] => {
    // look-up allowed: the field is one of the table's own, named in the code
    const kind: Kind = table[field];
    if (value !== undefined) return [[field, kind.read(value, field)]];
    if (needed.some((one) => one === field)) throw missing(field, kind);
    return [];
  };
  return {
    read: (options, ...values) => {
      try {
        const named = positional.flatMap((field, at) => readOne(field, values[at]));
        const others = rest.read(options === undefined ? {} : options, "") as object;
        return { ...others, ...Object.fromEntries(named) } as Input;
      } catch (error) {
        if (error instanceof ModelForgeError) throw error;
        // a getter or a proxy of the program's
        throw new ModelForgeError("usage.bad-value", {
          message: "what was given cannot be read: reading it throws",
          hint: "give plain objects and lists",
          details: { field: "options", given: "an object" },
          cause: error,
        });
      }
    },
  };
}
