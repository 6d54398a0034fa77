import type { ModelForgeError, Warning } from "../../failure.ts";
import type { Generation } from "../disk/generation.ts";
import type { Pointer } from "../disk/manifest.ts";
import { isUnkept } from "../disk/read-errors.ts";
import { readSnapshotAbout } from "../snapshot/snapshot.ts";
import type { RefreshContext, Refreshed } from "./refresh.ts";

export interface Etags {
  etag?: string | undefined;
  factsEtag?: string | undefined;
}

/** Notes that the source has nothing newer, and the ETags it gives to the same bytes now. */
export function confirm(
  context: RefreshContext,
  known: Generation,
  fetchedAt: string,
  { etag, factsEtag }: Etags,
  warnings: Warning[],
): Refreshed {
  const pointer = { generation: known.name, ...dated(context, fetchedAt) };
  const { failure } = tryKeep(() =>
    context.store?.writePointer({ ...pointer, ...withoutUndefined({ etag, factsEtag }) }),
  );
  return { outcome: "unchanged", warnings, ...(failure === undefined ? {} : { unkept: failure }) };
}

/** The ETags last given to the bytes of a generation. */
export function etagsOf({ name, manifest }: Generation, pointer: Pointer | undefined): Etags {
  const newer = pointer?.generation === name ? pointer : undefined;
  return {
    etag: newer?.etag ?? manifest.etag ?? undefined,
    factsEtag: newer?.factsEtag ?? manifest.factsEtag ?? undefined,
  };
}

function withoutUndefined({ etag, factsEtag }: Etags): { etag?: string; factsEtag?: string } {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(factsEtag === undefined ? {} : { factsEtag }),
  };
}

/** A clock that stands before the day of the snapshot cannot tell that the catalog is the newer of the two. */
export function dated({ machine, source }: RefreshContext, fetchedAt: string) {
  const about = readSnapshotAbout(machine.installation);
  const isBehind = about?.standsFor === source.shown && about.takenAt > fetchedAt;
  return isBehind ? { fetchedAt, notBefore: about.takenAt } : { fetchedAt };
}

/** A cache that cannot be written costs the next run a fetch, not this run its answer. */
export function tryKeep<T>(write: () => T): { value?: T; failure?: ModelForgeError } {
  try {
    return { value: write() };
  } catch (failure) {
    if (isUnkept(failure)) return { failure };
    throw failure;
  }
}
