import { currentManifest } from "../disk/current.ts";
import type { Store } from "../disk/store.ts";
import { isJoinedKey, joinedSource } from "./joined-store.ts";

/** What was worked out of a source's catalog and configurations: it is of no use without that. */
export function joinedWith(source: string, store: Store): Store[] {
  return store
    .siblings()
    .filter(
      (one) => isJoinedKey(one.sourceKey) && currentManifest(one)?.source === joinedSource(source),
    );
}
