import { ModelForgeError } from "../failure.ts";

/** Says of which variable, flag or option a path is that cannot be told without a working directory. */
export function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { workingDirectory, name: known } = error.details;
    // the first to name it is the nearest to it
    if (workingDirectory !== null || known !== undefined) throw error;
    const { message, hint, details, cause } = error;
    throw new ModelForgeError(error.code, {
      message: `${name}: ${message}`,
      ...(hint === undefined ? {} : { hint }),
      details: { name, ...details },
      cause,
    });
  }
}
