import type { OperationOptions } from "../../operations/operation.ts";
import { readFormat } from "./format-flag.ts";

/** How often whoever asks is told of the model in use: a person once a day, a program always; what is not said is not noted. */
export function aboutCurrent(
  options: Record<string, unknown>,
): Pick<OperationOptions, "aboutCurrent"> {
  if (readFormat(options, "text") !== "text") return {};
  return { aboutCurrent: options.quiet === true ? "never" : "daily" };
}
