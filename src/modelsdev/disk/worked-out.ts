import { isJoinedKey } from "../own/joined-store.ts";
import { snapshotKey } from "../snapshot/snapshot.ts";

/** Whether what one cache holds can be had again without its source: from the package, or from the cache of another. */
export function isWorkedOut(sourceKey: string): boolean {
  return sourceKey === snapshotKey || isJoinedKey(sourceKey);
}
