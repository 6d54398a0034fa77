import type { CatalogAccess } from "../../modelsdev/client.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import { type OperationName, operations, type Questions } from "../../operations/index.ts";
import { kind } from "../../operations/input-kinds.ts";
import type { Operation, Outcome } from "../../operations/operation.ts";
import { inputOf } from "../../operations/read-input.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { orFailure } from "./or-failure.ts";
import { own } from "./own.ts";

/** What may come with any question. */
export interface AskOptions {
  /** Ends the question as soon as it is aborted: it fails with `cancelled`. */
  signal?: AbortSignal;
}

/** An answer with what it is from and what there is to know besides. */
export interface Asked<Result> {
  result: Result;
  /** Absent where no catalog was read. */
  catalog?: CatalogStamp;
  warnings: Warning[];
}

const signalKind = kind(
  "an AbortSignal",
  (value) =>
    typeof value === "object" &&
    value !== null &&
    typeof (value as AbortSignal).aborted === "boolean" &&
    typeof (value as AbortSignal).addEventListener === "function",
);

const reader = inputOf<AskOptions>({ signal: signalKind });

/** What a question is asked of. */
export interface Asking {
  access: CatalogAccess;
  machine: System;
  offline?: boolean;
  onWarning: ((warning: Warning) => void) | undefined;
}

/** Runs an operation for a program: the answer is its own, and whatever fails is a ModelForgeError. */
export async function askOperation<Name extends OperationName>(
  { access, machine, offline, onWarning }: Asking,
  name: Name,
  input: Questions[Name]["input"],
  given: unknown,
): Promise<Asked<Questions[Name]["result"]>> {
  const { signal } = reader.read(given);
  const run = operations[name].run as Operation<unknown, Questions[Name]["result"]>;
  const options = { ...(offline === true ? { offline } : {}), ...(signal && { signal }) };
  const running = () => run({ access, machine }, input, options);
  const outcome = await orFailure(untilAborted(running, signal));
  if (onWarning !== undefined) tell(outcome.warnings, onWarning);
  return own(plain(outcome));
}

function plain<Result>({ result, catalog, warnings }: Outcome<Result>): Asked<Result> {
  return { result, ...(catalog === undefined ? {} : { catalog }), warnings };
}

/** What is shared with another question goes on without the one that was aborted. */
async function untilAborted<Result>(
  run: () => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return run();
  const cancelled = () =>
    new ModelForgeError("cancelled", { message: "cancelled", cause: signal.reason });
  if (signal.aborted) throw cancelled();
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(cancelled());
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    if (abort !== undefined) signal.removeEventListener("abort", abort);
  }
}

function tell(warnings: readonly Warning[], onWarning: (warning: Warning) => void): void {
  try {
    for (const warning of warnings) onWarning({ ...warning });
  } catch (error) {
    throw new ModelForgeError("usage.bad-value", {
      message: "onWarning throws",
      hint: "handle what goes wrong in it",
      details: { field: "onWarning", given: "a function" },
      cause: error,
    });
  }
}
