import { ModelForgeError } from "../../failure.ts";
import type { Operation, OperationOptions, Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";

/** Runs an operation that may show a person a code and wait for them: Ctrl-C ends it at once, from its beginning on. */
export async function askWithCode<Input, Result>(
  context: CliContext,
  operation: Operation<Input, Result>,
  input: Input,
  onCode: NonNullable<OperationOptions["onCode"]>,
): Promise<Outcome<Result>> {
  const { machine, options } = context;
  const abort = new AbortController();
  const stopListening = machine.process.onInterrupt(() => abort.abort());
  try {
    const { signal } = abort;
    return await context.run(operation, input, {
      offline: options.offline === true,
      signal,
      onCode,
    });
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    throw new ModelForgeError("cancelled", {
      message: "cancelled; nothing was stored",
      cause: error,
    });
  } finally {
    stopListening();
  }
}
