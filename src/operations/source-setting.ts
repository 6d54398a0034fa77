import { ModelForgeError, retold } from "../failure.ts";

/** The failure of a source, in the words of the setting that says it instead of the variable. */
export function ofSetting(error: unknown): unknown {
  if (!(error instanceof ModelForgeError)) return error;
  const named = (text: string): string => text.replaceAll("MODELFORGE_URL", "catalog.source");
  const hint = error.hint === undefined ? {} : { hint: named(error.hint) };
  return retold(error, { message: named(error.message), ...hint });
}
