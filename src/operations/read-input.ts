import { ModelForgeError } from "../failure.ts";
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

export function inputOf<Input>(
  table: Table<Input>,
  positional: readonly (keyof Input & string)[] = [],
  needed: readonly (keyof Input & string)[] = [],
): InputReader<Input> {
  const kinds = new Map(Object.entries<Kind>(table));
  const isPositional = (key: string): boolean => positional.some((one) => one === key);
  const rest = record(
    Object.fromEntries([...kinds].filter(([key]) => !isPositional(key))),
    needed.filter((key) => !isPositional(key)),
  );
  const readOne = (field: string, value: unknown): [string, unknown][] => {
    const kind = kinds.get(field) as Kind;
    if (value !== undefined) return [[field, kind.read(value, field)]];
    if (needed.some((one) => one === field)) throw missing(field, kind);
    return [];
  };
  return {
    read: (options, ...values) => {
      try {
        const named = positional.flatMap((field, at) => readOne(field, values[at]));
        const others = options === undefined ? {} : (rest.read(options, "") as object);
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
