import type { Configuration } from "../config/configuration.ts";
import type { Warning } from "../failure.ts";
import type { AskOptions, CatalogDoor } from "../modelsdev/client.ts";
import type { CatalogStamp } from "../modelsdev/stamp.ts";
import type { System } from "../system/ports.ts";

/** What an operation works with. */
export interface OperationContext {
  readonly access: CatalogDoor;
  readonly machine: System;
  /** What the files of the configuration say; absent where a program asks, which says all itself. */
  readonly configuration?: Configuration | undefined;
  /** Values of variables that were given with a question, for the questions it is made of. */
  readonly given?: ReadonlyMap<string, string> | undefined;
}

/** A plain JSON result, the catalog it is from where one was read, and what the caller should know. */
export interface Outcome<Result> {
  result: Result;
  catalog?: CatalogStamp;
  warnings: Warning[];
}

/** How an operation is asked. */
export interface OperationOptions extends AskOptions {
  /** The fields of a row that are shown, for what is said of them; all if not given. */
  shown?: readonly string[];
  /** Shows a person a code that they are to enter on a page; absent where nobody can be shown one. */
  onCode?: (shown: { code: string; page: URL }) => Promise<void>;
  /** When something is said of the model in use: always if not given, of each thing once a day, or never. */
  aboutCurrent?: "daily" | "never";
}

/** Of a question that looks at every row, and at no few of them by their refs. */
export function ofAllRows(options: AskOptions): AskOptions {
  return { ...options, allRows: true };
}

/** One question, defined once for every surface: plain JSON in, plain JSON out. */
export type Operation<Input, Result> = (
  context: OperationContext,
  input: Input,
  options: OperationOptions,
) => Promise<Outcome<Result>>;
