import type { CatalogStamp } from "../modelsdev/stamp.ts";

const trustedSeconds = 30 * 86_400;

/** Why a catalog may lack a model that there is; undefined where it is young enough to be believed. */
export function mayBeNewer(
  { origin, fetchedAt, ageSeconds }: CatalogStamp,
  missed: "model" | "provider" = "model",
): string | undefined {
  const isOld = origin === "snapshot" || (ageSeconds ?? Infinity) > trustedSeconds;
  if (!isOld) return undefined;
  const what = origin === "snapshot" ? "the snapshot that came with ModelForge" : "the catalog";
  return `${what} is of ${fetchedAt.slice(0, 10)}, and the ${missed} may be newer`;
}
