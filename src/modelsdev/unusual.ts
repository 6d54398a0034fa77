import type { CatalogAbout } from "./disk/manifest.ts";

/** Of a catalog most rows of which lack a value because it is not understood. */
export const foreignCode = "catalog.foreign";

/** The values that most rows lack because they are not understood. */
export function foreignValues({ models, notUnderstood = {} }: CatalogAbout): string[] {
  return Object.entries(notUnderstood)
    .filter(([, count]) => count * 2 > models)
    .map(([value]) => value);
}

/** Whether a catalog holds no models, or most of them lack a value because it is not understood. */
export function isUnusual({ models, notUnderstood }: CatalogAbout): boolean {
  // look-up allowed: the name is one the record itself gives
  for (const value in notUnderstood) if ((notUnderstood[value] ?? 0) * 2 > models) return true;
  return models === 0;
}
