import { ModelForgeError, retold } from "../../failure.ts";
import type { CliCommand } from "./command.ts";

/** Of a line that may have the words of a program on it, as if they were ours, where such words stand. */
export function namingDashes(
  error: unknown,
  { examples }: CliCommand,
  words: readonly string[],
): unknown {
  if (!(error instanceof ModelForgeError)) return error;
  const isOfOurs = Array.isArray(error.details.nearest) && error.details.nearest.length > 0;
  const isFlag = error.code === "usage.unknown-option" && !isOfOurs;
  const isCommand = error.code === "usage.bad-value" && words.includes("--command");
  if (!isFlag && !isCommand) return error;
  const example = examples.find((one) => one.includes(" -- ")) ?? "";
  return retold(error, { hint: `the words of a program stand behind --: ${example}` });
}
