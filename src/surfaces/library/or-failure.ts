import { ModelForgeError } from "../../failure.ts";
import { shortageOf } from "../../system/shortages.ts";

/** What fails in a way nobody foresaw, a part of the library that cannot be loaded for one, is a failure of ours too. */
export async function orFailure<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ModelForgeError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const shortage = shortageOf(code);
    if (shortage !== undefined) {
      const [reason, hint] = shortage;
      throw new ModelForgeError("file.unreadable", {
        message: `${reason} (${code})`,
        hint,
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
