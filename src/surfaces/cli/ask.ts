import { ModelForgeError } from "../../failure.ts";
import type { AskOptions } from "../../modelsdev/client.ts";
import type { Operation, Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { startProgress } from "./progress.ts";

/** Runs an operation for a person: progress on a terminal, Ctrl-C ends it at once. */
export async function ask<Input, Result>(
  context: CliContext,
  operation: Operation<Input, Result>,
  input: Input,
  how: Pick<AskOptions, "prepare"> = {},
): Promise<Outcome<Result>> {
  const { machine, access, options } = context;
  const abort = new AbortController();
  // listening costs time, and only what may wait for the network can be interrupted
  let stopListening: (() => void) | undefined;
  let progress: ReturnType<typeof startProgress> | undefined;
  try {
    return await context.run(operation, input, {
      ...how,
      refresh: options.refresh === true,
      offline: options.offline === true,
      allowSnapshot: options.allowSnapshot === true,
      signal: abort.signal,
      onWait: () => {
        stopListening ??= machine.process.onInterrupt(() => abort.abort());
        progress ??= startProgress(context, access.source.shown);
      },
      onProgress: (received, total) => progress?.onProgress(received, total),
    });
  } catch (error) {
    if (abort.signal.aborted) {
      throw new ModelForgeError("cancelled", { message: "cancelled", cause: error });
    }
    throw error;
  } finally {
    progress?.stop();
    stopListening?.();
  }
}
