import { MakerNames } from "../inferred/maker-names.ts";
import type { CatalogView } from "../view.ts";

/** The makers of a catalog that a name means, in their order: all whose name is one of the same maker's. */
export function makersMeant(view: CatalogView): (name: string) => string[] {
  const names = new MakerNames(view);
  return (name) => names.meantBy(name);
}
