import type { Warning } from "../failure.ts";
import type { CatalogAbout } from "./disk/manifest.ts";

/** What there is to know of a catalog with every answer from it. */
export function aboutWarnings({ models, notUnderstood }: CatalogAbout): Warning[] {
  if (models === 0) return [{ code: "catalog.empty", message: "the catalog holds no models" }];
  if (notUnderstood === undefined) return [];
  const foreign: string[] = [];
  for (const value in notUnderstood) {
    // look-up allowed: the name is one the record itself gives
    const count = notUnderstood[value] ?? 0;
    if (count * 2 > models) foreign.push(`${value} (${count})`);
  }
  if (foreign.length === 0) return [];
  return [
    {
      code: "catalog.foreign",
      message: `most of the ${models} models have values that are not understood, and unknown for it: ${foreign.join(", ")}`,
    },
  ];
}
