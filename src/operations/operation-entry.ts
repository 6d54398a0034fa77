import type { Fields } from "./field.ts";
import type { Operation } from "./operation.ts";

/** A question that is told nothing. */
export type NoInput = Record<string, never>;

/** A question as data: every surface offers it by this. */
export interface OperationEntry<Input, Result> {
  /** One sentence. */
  summary: string;
  effect: "reads" | "writes";
  fields: Fields<Input>;
  run: Operation<Input, Result>;
}

/** What few ask for is loaded when it is. */
export function later<Input, Result>(
  load: () => Promise<Operation<Input, Result>>,
): Operation<Input, Result> {
  return async (context, input, options) => (await load())(context, input, options);
}
