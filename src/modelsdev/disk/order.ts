import { ModelForgeError } from "../../failure.ts";
import type { Manifest } from "./manifest.ts";
import type { Store } from "./store.ts";

type Numbered = Pick<Manifest, "sequence" | "fetchedAt">;

/**
 * For sorting: by number, as the clock may have been wrong when any of them was fetched. Those of version 0.1.0 have
 * none: they are the older ones, in the order of their dates.
 */
export function newestFirst(a: Numbered, b: Numbered): number {
  const byNumber = (b.sequence ?? 0) - (a.sequence ?? 0);
  if (byNumber !== 0) return byNumber;
  return a.fetchedAt === b.fetchedAt ? 0 : a.fetchedAt < b.fetchedAt ? 1 : -1;
}

export function isOlder(one: Numbered, than: Numbered): boolean {
  return newestFirst(one, than) > 0;
}

/** Of the generation that is to be kept next; undefined where nobody can look at those before it. */
export function nextSequence(store: Store | undefined): number | undefined {
  try {
    const known = store?.generations().map(({ manifest }) => manifest.sequence ?? 0);
    return known && Math.max(0, ...known) + 1;
  } catch (error) {
    // nor can it be kept then
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}
