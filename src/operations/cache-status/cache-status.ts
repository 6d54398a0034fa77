import { ModelForgeError } from "../../failure.ts";
import { withoutDoubles } from "../../modelsdev/answer-warnings.ts";
import { currentManifest, currentName } from "../../modelsdev/disk/current.ts";
import { ourLayout, sourceLayout } from "../../modelsdev/disk/layout.ts";
import { skippedWarnings } from "../../modelsdev/disk/left-out.ts";
import { foreignWarnings } from "../../modelsdev/disk/strangers.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { CatalogAbout, Manifest } from "../../modelsdev/disk/manifest.ts";
import type { AnswerCounts, RefreshAttempt } from "../../modelsdev/journal.ts";
import { readSnapshotAbout, type SnapshotAbout } from "../../modelsdev/snapshot/snapshot.ts";
import { sizeOf } from "../../places/size.ts";
import type { KeptCodeFound } from "../../system/ports.ts";
import type { Operation } from "../operation.ts";

export interface CacheStatus {
  /** Directory of this source's cache; null where there is no place for one. */
  directory: string | null;
  source: string;
  /** Name of the generation that answers. */
  generation: string | null;
  generations: number;
  /** Bytes of this source's cache, and of the caches of all sources together. */
  bytes: number;
  allBytes: number;
  maxBytes: number;
  ttlSeconds: number;
  etag: string | null;
  setAside: Manifest["setAside"];
  /** Fields on the wire that this version does not know, and known ones with impossible values, with their counts. */
  unknownFields: Record<string, number>;
  oddValues: Record<string, number>;
  lastRefresh: RefreshAttempt | null;
  answers: AnswerCounts;
  snapshot: SnapshotAbout | null;
  /** What V8 compiled of the command, kept for its next start; it belongs to no source. */
  keptCode: KeptCodeFound;
}

export const cacheStatus: Operation<Record<string, never>, CacheStatus> = async ({
  access,
  machine,
}) => {
  const { store, source, settings, journal } = access;
  // before asking: this question is no hit
  const answers = journal.answers();
  const { result, catalog, warnings } = await access
    .ask({ offline: true, asSent: true }, findingsOf)
    .catch(noCatalog);
  const manifest = currentManifest(store);
  const { setAside, unknownFields, oddValues } = result ?? manifest ?? nothingFound;
  const own = sizeOf(store?.directory ?? "", sourceLayout, machine.files);
  const all = sizeOf(settings.cacheDirectory ?? "", ourLayout, machine.files);
  return {
    result: {
      directory: store?.directory ?? null,
      source: source.shown,
      generation: store === undefined ? null : (currentName(store) ?? null),
      generations: store?.generationNames().length ?? 0,
      bytes: own.bytes,
      allBytes: all.bytes,
      maxBytes: settings.maxCacheBytes,
      ttlSeconds: Math.round(settings.ttlMs / 1000),
      etag: manifest?.etag ?? null,
      setAside,
      unknownFields,
      oddValues,
      lastRefresh: journal.lastAttempt() ?? null,
      answers,
      snapshot: readSnapshotAbout(machine.installation) ?? null,
      keptCode: await machine.keptCode.look(),
    },
    ...(catalog === undefined ? {} : { catalog }),
    warnings: withoutDoubles([
      ...warnings,
      ...foreignWarnings(access, machine.files),
      ...skippedWarnings(all.refused, settings.cacheDirectory ?? "", machine.files),
    ]),
  };
};

const nothingFound = { setAside: { count: 0, first: [] }, unknownFields: {}, oddValues: {} };

/** Of one whose rows were all read: that is sure of what was prepared. */
function findingsOf(view: CatalogView, about: CatalogAbout): CatalogAbout {
  view.checkPrepared();
  return about;
}

/** The status of a cache that cannot answer is worth most. */
function noCatalog(error: unknown) {
  if (!(error instanceof ModelForgeError)) throw error;
  const { code, message, warnings } = error;
  return { result: undefined, catalog: undefined, warnings: [...warnings, { code, message }] };
}
