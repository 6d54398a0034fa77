import { Forge } from "../../forge.ts";
import { flag, kind, milliseconds, path, whole } from "../../operations/input-kinds.ts";
import { inputOf } from "../../operations/read-input.ts";
import type { Warning } from "../../failure.ts";
import { fakeMark } from "../../system/fake-mark.ts";
import type { System } from "../../system/ports.ts";

/** What a program may decide instead of the environment. Everything is optional. */
export interface ClientOptions {
  /** Base URL, full URL or path of a catalog; MODELFORGE_URL, else models.dev. */
  source?: string;
  /** MODELFORGE_CACHE_DIR, else `$XDG_CACHE_HOME/model-forge/modelsdev`. */
  cacheDirectory?: string;
  /** Age in milliseconds at which the catalog is stale; MODELFORGE_TTL, else 24 hours. */
  ttlMs?: number;
  /** Longest a refresh may take, in milliseconds; MODELFORGE_TIMEOUT, else 10 seconds. */
  timeoutMs?: number;
  /** Bytes the cache of all sources may take; MODELFORGE_MAX_CACHE_SIZE, else 50 MB. */
  maxCacheBytes?: number;
  /** Never open a socket; MODELFORGE_OFFLINE. */
  offline?: boolean;
  /** Whether the snapshot of models.dev may answer for another source that cannot; MODELFORGE_ALLOW_SNAPSHOT. */
  allowSnapshot?: boolean;
  /** Whether a stale answer starts a refresh in this process; on unless CI or offline. */
  backgroundRefresh?: boolean;
  /** Told what there is to know besides an answer, before it is given: an old catalog, rows left out, damage met. */
  onWarning?: (warning: Warning) => void;
  /** For tests: the machine it runs on, as `createFakeSystem` of `modelforge/testing` makes it; else this one. */
  system?: System;
}

const fakeSystem = kind(
  "a machine as createFakeSystem of modelforge/testing makes it",
  (value) =>
    typeof value === "object" &&
    value !== null &&
    (value as Record<symbol, unknown>)[fakeMark] === true,
);

const reader = inputOf<ClientOptions>({
  source: path,
  cacheDirectory: path,
  ttlMs: milliseconds,
  timeoutMs: milliseconds,
  maxCacheBytes: whole,
  offline: flag,
  allowSnapshot: flag,
  backgroundRefresh: flag,
  onWarning: kind("a function", (value) => typeof value === "function"),
  system: fakeSystem,
});

/** A copy of them, read once. Throws `usage.bad-value`. */
export function checkOptions(options: ClientOptions): ClientOptions {
  return reader.read(options);
}

/** What the program decided comes before the environment. Nothing is read before it is asked for. */
export function forgeFor(machine: System, options: ClientOptions): Forge {
  const { system: _, onWarning: __, ...decided } = options;
  // a program compiles its own code: what a variable says of ours is nothing to it
  return new Forge(machine, { decided: { ...decided, codeCache: false } });
}
