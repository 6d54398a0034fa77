import { ModelForgeError } from "../../failure.ts";
import type { CliContext } from "./context.ts";

/** Says what of the configuration does not count, where it was read and no answer has said so: with a failure, if it failed. */
export async function noteConfiguration(context: CliContext, error?: unknown): Promise<void> {
  const problems = await context.takeProblems();
  if (error instanceof ModelForgeError) error.warnings.unshift(...problems);
  else context.warnAll(problems);
}
