import type { CatalogAbout } from "./disk/manifest.ts";

/** Whether a catalog holds no models, or most of them lack a value because it is not understood. */
export function isUnusual({ models, notUnderstood }: CatalogAbout): boolean {
  // look-up allowed: the name is one the record itself gives
  for (const value in notUnderstood) if ((notUnderstood[value] ?? 0) * 2 > models) return true;
  return models === 0;
}
