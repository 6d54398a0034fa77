import type { CatalogAccess } from "../../modelsdev/client.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import { type OperationName, operations, type Questions } from "../../operations/index.ts";
import type { Operation, Outcome } from "../../operations/operation.ts";
import { inputOf } from "../../operations/read-input.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { orFailure } from "./or-failure.ts";
import { own } from "./own.ts";
import { signalKind, untilAborted } from "./signal.ts";

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
  const run = operations[name].run as Operation<unknown, Questions[Name]["result"]>;
  const forced = offline === true ? { offline } : {};
  const outcome = await askCatalog(onWarning, given, (options) =>
    run({ access, machine }, input, { ...forced, ...options }),
  );
  return own(plain(outcome));
}

/** What every question has in common: it can be given up, and tells what there is to know besides. */
export async function askCatalog<Told extends { warnings: readonly Warning[] }>(
  onWarning: Asking["onWarning"],
  given: unknown,
  ask: (options: AskOptions) => Promise<Told>,
): Promise<Told> {
  const { signal } = reader.read(given);
  const asked = untilAborted(signal, (ours) => ask(ours === undefined ? {} : { signal: ours }));
  const told = await orFailure(asked);
  if (onWarning !== undefined) tell(told.warnings, onWarning);
  return told;
}

function plain<Result>({ result, catalog, warnings }: Outcome<Result>): Asked<Result> {
  return { result, ...(catalog === undefined ? {} : { catalog }), warnings };
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
