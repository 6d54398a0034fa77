import { ModelForgeError } from "../../failure.ts";
import type { Operation, OperationOptions, Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { startProgress } from "./progress.ts";

/** Runs an operation for a person: progress on a terminal, Ctrl-C ends it at once. */
export async function ask<Input, Result>(
  context: CliContext,
  operation: Operation<Input, Result>,
  input: Input,
  how: Pick<OperationOptions, "prepare" | "shown" | "aboutCurrent"> = {},
): Promise<Outcome<Result>> {
  const { machine, options } = context;
  // made where somebody may wait: it loads a part of Node that no answer from the cache needs
  let abort: AbortController | undefined;
  const aborting = (): AbortController => {
    abort ??= new AbortController();
    return abort;
  };
  // listening costs time, and only what may wait for the network can be interrupted
  let stopListening: (() => void) | undefined;
  let progress: ReturnType<typeof startProgress> | undefined;
  try {
    return await context.run(operation, input, {
      ...how,
      refresh: options.refresh === true,
      offline: options.offline === true,
      allowSnapshot: options.allowSnapshot === true,
      get signal() {
        return aborting().signal;
      },
      onWait: () => {
        stopListening ??= machine.process.onInterrupt(() => aborting().abort());
        progress ??= startProgress(context, context.access.source.shown);
      },
      onProgress: (received, total) => progress?.onProgress(received, total),
    });
  } catch (error) {
    if (abort?.signal.aborted === true) {
      throw new ModelForgeError("cancelled", { message: "cancelled", cause: error });
    }
    throw error;
  } finally {
    progress?.stop();
    stopListening?.();
  }
}
