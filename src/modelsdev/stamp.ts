import type { Manifest } from "./cache/manifest.ts";

/** Where an answer's catalog came from. */
export type Origin = "network" | "cache" | "snapshot" | "file";

/** Which catalog an answer is from; part of every JSON answer. */
export interface CatalogStamp {
  origin: Origin;
  /** Address or path without credentials. */
  source: string;
  /** `sha256:…` of what the source sent. */
  digest: string;
  /** When the source last sent or confirmed it, ISO 8601. */
  fetchedAt: string;
  ageSeconds: number;
  /** Older than MODELFORGE_TTL. */
  stale: boolean;
  providers: number;
  models: number;
}

export function stampOf(
  manifest: Manifest,
  origin: Origin,
  fetchedAt: string,
  at: { now: number; ttlMs: number },
): CatalogStamp {
  const ageMs = at.now - Date.parse(fetchedAt);
  return {
    origin,
    source: manifest.source,
    digest: manifest.digest,
    fetchedAt,
    ageSeconds: Math.max(0, Math.round(ageMs / 1000)),
    // a file is looked at by every command; a time ahead of this clock by more than a day is no time
    stale: origin !== "file" && !(ageMs >= -86_400_000 && ageMs < at.ttlMs),
    providers: manifest.providers,
    models: manifest.models,
  };
}
