import { ModelForgeError, type Warning } from "../failure.ts";
import { isNotOurs } from "./disk/unlike-ours.ts";
import type { Refreshed } from "./refresh/refresh.ts";

/** Where no home directory is known. */
export function noPlace(): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: "there is no place for a cache: no home directory is known",
    hint: "set MODELFORGE_CACHE_DIR to a directory you can write to",
  });
}

/** Undefined where it is kept; a directory in which the next run could not find it again has been told of already. */
export function whyUnkept(
  refreshed: Refreshed,
  directory: string | undefined,
): ModelForgeError | undefined {
  if (refreshed.outcome === "by-another") return undefined;
  return refreshed.unkept ?? (directory === undefined ? noPlace() : undefined);
}

// something of somebody's stands there: what to do is said with it
const inTheWay: ReadonlySet<unknown> = new Set(["EEXIST", "ELINK", "ELOOP", "ENOTDIR", "ENOTFILE"]);

/**
 * Says that what came is not there for the next run. Where that was all that was wanted there is no answer to speak of,
 * and the reason says it all.
 */
export function unkeptWarning(reason: ModelForgeError, isAnswer: boolean): Warning {
  const { hint } = reason;
  const isInTheWay = isNotOurs(reason) || inTheWay.has(reason.details.reason);
  const message = isInTheWay && isAnswer ? `${reason.message}; ${hint}` : reason.message;
  const what = isAnswer ? "the answer is right but could not be kept for the next run: " : "";
  return {
    code: "cache.unwritable",
    message: `${what}${message}`,
    ...(hint === undefined ? {} : { details: { hint } }),
  };
}
