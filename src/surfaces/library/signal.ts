import { ModelForgeError } from "../../failure.ts";
import { badValue, type Kind } from "../../operations/input-kinds.ts";

/** By what it does, not by its class: another realm has a class of its own. */
export const signalKind: Kind = {
  takes: "an AbortSignal",
  read: (value, field) => {
    const isSignal = safely(value, field, () => canBeHeard(value));
    if (!isSignal) throw noSignal(field, value);
    return value;
  },
};

function canBeHeard(value: unknown): value is AbortSignal {
  if (typeof value !== "object" || value === null) return false;
  const { aborted, addEventListener, removeEventListener } = value as Partial<AbortSignal>;
  return (
    typeof aborted === "boolean" &&
    typeof addEventListener === "function" &&
    typeof removeEventListener === "function"
  );
}

/**
 * Runs until the given signal is aborted, with a signal of our own in its place: whatever else the given one is, it is
 * asked here alone. What is shared with another question goes on without the one that was aborted.
 *
 * Throws `cancelled`, and `usage.bad-value` for what only looks like a signal.
 */
export async function untilAborted<Result>(
  given: AbortSignal | undefined,
  run: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (given === undefined) return run();
  const ours = new AbortController();
  if (safely(given, "signal", () => given.aborted)) throw cancelledBy(given);
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      ours.abort();
      reject(cancelledBy(given));
    };
  });
  safely(given, "signal", () => given.addEventListener("abort", abort, { once: true }));
  try {
    return await Promise.race([run(ours.signal), aborted]);
  } finally {
    safely(given, "signal", () => given.removeEventListener("abort", abort));
  }
}

function cancelledBy(signal: AbortSignal): ModelForgeError {
  return new ModelForgeError("cancelled", { message: "cancelled", cause: reasonOf(signal) });
}

function reasonOf(signal: AbortSignal): unknown {
  try {
    return signal.reason as unknown;
  } catch {
    // called by an event, where nobody could catch it
    return undefined;
  }
}

/** What a program made up in its place may throw anything. */
function safely<Result>(value: unknown, field: string, ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    throw noSignal(field, value, error);
  }
}

function noSignal(field: string, given: unknown, cause?: unknown): ModelForgeError {
  return badValue(field, given, `it takes ${signalKind.takes}`, cause);
}
