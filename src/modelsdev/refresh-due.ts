import type { Pointer } from "./disk/manifest.ts";
import type { Journal } from "./journal.ts";
import type { CatalogStamp } from "./stamp.ts";

/** Whether what answered is stale, and nobody has tried lately to bring something newer. */
export function isRefreshDue(
  stamp: CatalogStamp,
  pointer: Pointer | undefined,
  journal: Journal,
  now: number,
): boolean {
  // the source was asked for this very answer, however short a time it counts as fresh
  if (!stamp.stale || stamp.origin === "network") return false;
  // what was restored by hand stays until a refresh is asked for
  if (pointer?.restored === true) return false;
  if (journal.hasJustFailed(now) || journal.isUnderWay(now)) return false;
  return !journal.cameToNothing(now);
}
