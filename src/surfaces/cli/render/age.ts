import { ageOf } from "../../../modelsdev/age.ts";
import type { CatalogStamp } from "../../../modelsdev/stamp.ts";
import { showAge } from "./numbers.ts";

/** `5 minutes old`; a time ahead of this clock says nothing about an age. */
export function describeAge({ fetchedAt, ageSeconds }: CatalogStamp, now: number): string {
  if (ageOf(fetchedAt, now) === undefined) return "dated ahead of this clock";
  // what was made anew from a body alone is dated 1970
  return Date.parse(fetchedAt) === 0 ? "of unknown age" : `${showAge(ageSeconds)} old`;
}
