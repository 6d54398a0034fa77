import { ModelForgeError } from "../failure.ts";

/** Says of which variable, flag or option a path is that cannot be told without a working directory. */
export function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const isNameless = error instanceof ModelForgeError && error.details.workingDirectory === null;
    if (!isNameless) throw error;
    const { message, hint, details, cause } = error;
    throw new ModelForgeError(error.code, {
      message: `${name}: ${message}`,
      ...(hint === undefined ? {} : { hint }),
      details: { name, ...details },
      cause,
    });
  }
}
