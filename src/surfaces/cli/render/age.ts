import { isUndated } from "../../../modelsdev/age.ts";
import type { CatalogStamp } from "../../../modelsdev/stamp.ts";
import { showAge } from "./numbers.ts";

/** `5 minutes old`; a time ahead of this clock says nothing about an age. */
export function describeAge({ fetchedAt, ageSeconds }: CatalogStamp): string {
  if (ageSeconds !== null) return `${showAge(ageSeconds)} old`;
  return isUndated(fetchedAt) ? "of unknown age" : "dated ahead of this clock";
}
