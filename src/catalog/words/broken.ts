import { ModelForgeError } from "../../failure.ts";

/** Whatever a foreign catalog makes our code throw speaks of that catalog: an older one can still answer. */
export function orBroken<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ModelForgeError) throw error;
    const what = nameFailure(error);
    throw new ModelForgeError("catalog.broken", {
      message: `the catalog cannot be worked out: ${what}`,
      hint: "check MODELFORGE_URL; if this is models.dev itself, please report it",
      details: { thrown: what },
      cause: error,
    });
  }
}

/** `RangeError: Maximum call stack size exceeded`. */
export function nameFailure(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
