import type { Warning } from "../failure.ts";
import type { CatalogAbout } from "./disk/manifest.ts";
import { foreignCode, foreignValues, isUnusual } from "./unusual.ts";

/** What there is to know of a catalog with every answer from it. */
export function aboutWarnings(about: CatalogAbout): Warning[] {
  if (!isUnusual(about)) return [];
  const { models, notUnderstood = {} } = about;
  if (models === 0) return [{ code: "catalog.empty", message: "the catalog holds no models" }];
  const counts = new Map(Object.entries(notUnderstood));
  const values = foreignValues(about).map((value) => `${value} (${counts.get(value)})`);
  return [
    {
      code: foreignCode,
      message: `most of its models have values that are not understood and count as unknown, of ${models}: ${values.join(", ")}`,
    },
  ];
}
