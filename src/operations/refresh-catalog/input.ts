import { flag } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface RefreshCatalogInput {
  /** Take a catalog that lost more than half of its models or providers. */
  acceptShrink?: boolean;
  /** Do nothing where the catalog is not stale or somebody else is refreshing it. */
  ifStale?: boolean;
}

export const refreshCatalogFields: Fields<RefreshCatalogInput> = {
  ifStale: {
    kind: flag,
    about: "only if the catalog is stale and nobody else is refreshing it",
  },
  acceptShrink: { kind: flag, about: "take a catalog that lost more than half of what it had" },
};
