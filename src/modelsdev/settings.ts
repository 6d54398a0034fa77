import { parseBytes, parseDuration } from "../catalog/words/sizes.ts";
import { said } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import { named } from "../places/named-path.ts";
import { directoryOf } from "../places/usual.ts";
import type { Environment, ReadingFiles } from "../system/ports.ts";
import type { OwnRow } from "./own/own-row.ts";

/** What the environment says about the catalog, its cache and the network. */
export interface Settings {
  /** Whether there is a catalog besides what the configuration says of models. */
  catalogEnabled: boolean;
  /** Base URL, full URL or path; undefined for models.dev. */
  source: string | undefined;
  /** Undefined where there is no place for it: answers then come without a cache. */
  cacheDirectory: string | undefined;
  stateDirectory: string | undefined;
  offline: boolean;
  /** Whether the snapshot of models.dev may answer for another source that cannot. */
  allowSnapshot: boolean;
  /** Age at which a catalog is stale. */
  ttlMs: number;
  /** Longest a refresh may take, all tries together. */
  timeoutMs: number;
  maxCacheBytes: number;
  /** Whether a stale answer may start a refresh that outlives the command. */
  backgroundRefresh: boolean;
  /** Whether what V8 compiles of the command is kept: obeyed before any of this runs, and looked at here once more. */
  codeCache: boolean;
  /** Models that a configuration adds to the catalog, or says something else of. */
  ownRows: readonly OwnRow[];
}

export const catalogSwitch = "MODELFORGE_FEATURE_CATALOG";

/** What counts where no variable is set: the configuration's word. */
export interface Configured {
  readonly enabled: boolean | undefined;
  readonly source: string | undefined;
  readonly ttl: string | undefined;
  readonly allowSnapshot: boolean | undefined;
  readonly backgroundRefresh: boolean | undefined;
  readonly ownRows: readonly OwnRow[];
}

/**
 * Each setting is read when it is asked for, so that a variable that is wrong fails what needs it and nothing else.
 * `given` is the directory a program decided on, in place of the variable.
 *
 * Each throws `usage.bad-value`, the directories `file.not-found`.
 */
export function readSettings(
  environment: Environment,
  files: ReadingFiles,
  { given, configured }: { given?: string | undefined; configured?: Configured | undefined } = {},
): Settings {
  const { get } = environment;
  const duration = (variable: string, fallback: string, example: string): number =>
    read(get(variable), variable, parseDuration, fallback, example);
  // where they are stays as it was when they were first asked for: a program may go elsewhere
  let cache: { path: string | undefined } | undefined;
  let state: { path: string | undefined } | undefined;
  const settings: Settings = {
    get catalogEnabled() {
      return isOn(environment, catalogSwitch, () => configured?.enabled ?? true);
    },
    get source() {
      return get("MODELFORGE_URL") ?? configured?.source;
    },
    get cacheDirectory() {
      cache ??= {
        path:
          given === undefined
            ? cacheDirectoryOf(environment, files)
            : named("cacheDirectory", () => files.resolve(given)),
      };
      return cache.path;
    },
    get stateDirectory() {
      state ??= { path: directoryOf(environment, files, "state", "MODELFORGE_STATE_DIR") };
      return state.path;
    },
    get offline() {
      return isOn(environment, "MODELFORGE_OFFLINE", () => false);
    },
    get allowSnapshot() {
      return isSnapshotAllowed(environment, configured);
    },
    get ttlMs() {
      const variable = "MODELFORGE_TTL";
      const fallback = get(variable) === undefined ? configured?.ttl : undefined;
      return duration(variable, fallback ?? "24h", "24h, 30m or 7d");
    },
    get timeoutMs() {
      const variable = "MODELFORGE_TIMEOUT";
      const ms = duration(variable, "10s", "10s or 1m");
      // nobody is done in no time
      if (ms === 0) throw notUnderstood(variable, get(variable), "10s or 1m");
      return asTimer(ms);
    },
    get maxCacheBytes() {
      const variable = "MODELFORGE_MAX_CACHE_SIZE";
      return read(get(variable), variable, parseBytes, "50MB", "50MB or 1GB");
    },
    get backgroundRefresh() {
      const variable = "MODELFORGE_FEATURE_BACKGROUND_REFRESH";
      const isWanted = isOn(environment, variable, () => configured?.backgroundRefresh ?? true);
      return isWanted && settings.catalogEnabled && !settings.offline && !isCi(environment);
    },
    get codeCache() {
      // all of it is read: what is not understood is named whatever CI says
      return isOn(environment, "MODELFORGE_FEATURE_CODE_CACHE", () => true) && !isCi(environment);
    },
    get ownRows() {
      return configured?.ownRows ?? [];
    },
  };
  return settings;
}

/** Whether there is no catalog, for those who say nothing of a variable that is not understood. */
export function isCatalogOff(environment: Environment, configured: Configured): boolean {
  try {
    return !isOn(environment, catalogSwitch, () => configured.enabled ?? true);
  } catch (error) {
    if (error instanceof ModelForgeError) return true;
    throw error;
  }
}

/** Where the cache is, for those who want nothing else; undefined where there is no place for one. */
export function cacheDirectoryOf(
  environment: Environment,
  files: ReadingFiles,
): string | undefined {
  return directoryOf(environment, files, "cache", "MODELFORGE_CACHE_DIR", "modelsdev");
}

const allowing = "MODELFORGE_ALLOW_SNAPSHOT";

/** Whether the snapshot may answer for any source, for those who want nothing else. */
export function isSnapshotAllowed(environment: Environment, configured?: Configured): boolean {
  return isOn(environment, allowing, () => configured?.allowSnapshot ?? false);
}

/** CI systems write `1`, `true` and anything else. */
export function isCi({ get }: Environment): boolean {
  const value = get("CI");
  return value !== undefined && !["0", "false", "no", "off"].includes(value.toLowerCase());
}

function isOn({ get }: Environment, variable: string, fallback: () => boolean): boolean {
  const value = get(variable);
  if (value === undefined) return fallback();
  const word = value.toLowerCase();
  if (["1", "true", "yes"].includes(word)) return true;
  if (["0", "false", "no"].includes(word)) return false;
  throw notUnderstood(variable, value, "1 or 0");
}

// a variable may hold a whole file by mistake
const longestShown = 200;

function read(
  value: string | undefined,
  variable: string,
  parse: (text: string) => number | undefined,
  fallback: string,
  example: string,
): number {
  const parsed = parse(value ?? fallback);
  if (parsed !== undefined) return parsed;
  throw notUnderstood(variable, value, example);
}

function notUnderstood(
  variable: string,
  value: string | undefined,
  example: string,
): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${variable} is not understood: ${said((value ?? "").slice(0, longestShown))}`,
    hint: `write it like ${example}`,
    details: { variable, value },
  });
}

// a longer timer runs out at once
const longestTimerMs = 2 ** 31 - 1;

/** How long something may take, as a timer can wait. */
export function asTimer(ms: number): number {
  return Math.min(Math.max(1, ms), longestTimerMs);
}
