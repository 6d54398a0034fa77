import { ageOf, isUndated, isYounger } from "./age.ts";
import type { CatalogAbout } from "./disk/manifest.ts";

/** Where an answer's catalog came from. */
export type Origin = "network" | "cache" | "snapshot" | "file" | "config";

/** Which catalog an answer is from; part of every JSON answer. */
export interface CatalogStamp {
  origin: Origin;
  /** Address or path without credentials. */
  source: string;
  /** `sha256:…` of what the source sent. */
  digest: string;
  /** When the source last sent or confirmed it, ISO 8601. */
  fetchedAt: string;
  /** Null where nobody knows: the time is ahead of this clock, or was lost. It is then stale, whatever it says. */
  ageSeconds: number | null;
  /** Older than MODELFORGE_TTL, or of an age that nobody knows. */
  stale: boolean;
  providers: number;
  models: number;
}

export function stampOf(
  about: CatalogAbout,
  origin: Origin,
  fetchedAt: string,
  at: { now: number; ttlMs: number },
): CatalogStamp {
  return {
    origin,
    source: about.source,
    digest: about.digest,
    fetchedAt,
    ageSeconds: secondsSince(fetchedAt, at.now),
    // a file is looked at by every command
    stale: origin !== "file" && origin !== "config" && !isYounger(fetchedAt, at.now, at.ttlMs),
    providers: about.providers,
    models: about.models,
  };
}

function secondsSince(fetchedAt: string, now: number): number | null {
  const age = ageOf(fetchedAt, now);
  return age === undefined || isUndated(fetchedAt) ? null : Math.round(age / 1000);
}
