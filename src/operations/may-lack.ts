import { touches, type Values } from "../catalog/words/lost-values.ts";
import type { CatalogAbout } from "../modelsdev/disk/manifest.ts";

/** Whether a row of a catalog lacks one of these values, or any at all, because it is not understood. */
export function mayLack({ notUnderstood }: CatalogAbout, values: Values | undefined): boolean {
  for (const value in notUnderstood) {
    if (values === undefined || touches(value, values)) return true;
  }
  return false;
}

/** Whether one of these rows does. */
export function lacksAny(rows: readonly { notUnderstood?: readonly string[] }[]): boolean {
  return rows.some(({ notUnderstood }) => notUnderstood !== undefined);
}
