import { tokens } from "../../catalog/words/field.ts";
import { flagsOf } from "./field-flags.ts";

/** The flags of a batch, whose other tokens are of all requests together, too. */
export const batchFlags = flagsOf(
  {
    totalInput: { kind: tokens, about: "instead of --input: tokens in, of all requests together" },
    totalOutput: { kind: tokens, about: "instead of --output: tokens out, of all of them" },
    requestSize: { kind: tokens, about: "tokens in, of one of them, like 50k" },
  },
  "Batch:",
);

export interface BatchOptions {
  totalInput?: number;
  totalOutput?: number;
  requestSize?: number;
}

/** Whether any of them is given. */
export function describesBatch(options: BatchOptions): boolean {
  const { totalInput, totalOutput, requestSize } = options;
  return (totalInput ?? totalOutput ?? requestSize) !== undefined;
}
