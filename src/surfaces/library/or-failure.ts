import { ModelForgeError } from "../../failure.ts";

const shortages: ReadonlyMap<unknown, string> = new Map([
  ["EMFILE", "this process has too many files open"],
  ["ENFILE", "this machine has too many files open"],
]);

/** What fails in a way nobody foresaw, a part of the library that cannot be loaded for one, is a failure of ours too. */
export async function orFailure<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ModelForgeError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const shortage = shortages.get(code);
    if (shortage !== undefined) {
      throw new ModelForgeError("file.unreadable", {
        message: `${shortage} (${code})`,
        hint: "close clients that are done, or allow more with ulimit -n",
        details: { reason: code },
        cause: error,
      });
    }
    throw new ModelForgeError("internal.bug", {
      message: `ModelForge has a defect: ${message}`,
      hint: "please report it with what you asked",
      cause: error,
    });
  }
}
