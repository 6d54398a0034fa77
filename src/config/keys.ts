import type { KindName } from "./kinds.ts";

/** One thing that a configuration can say. */
export interface ConfigKey {
  /** `catalog.source`; a `*` stands for a name that the person chooses. */
  readonly key: string;
  readonly kind: KindName;
  /** Whether a project's file may say it: whoever wrote the project need not be the one who works in it. */
  readonly project: boolean;
  /** The variable that goes before it. */
  readonly variable?: string;
  /** What counts where nothing says another. */
  readonly fallback?: unknown;
}

/**
 * Everything a configuration can say; the schema, the reference, completion and every check are made of it, and what each
 * means stands in key-meanings.ts.
 */
export const configKeys = [
  { key: "current", kind: "line", project: true, variable: "MODELFORGE_MODEL" },
  { key: "aliases.*.model", kind: "line", project: true },
  {
    key: "catalog.source",
    kind: "line",
    project: false,
    variable: "MODELFORGE_URL",
    fallback: "https://models.dev",
  },
  {
    key: "catalog.ttl",
    kind: "duration",
    project: false,
    variable: "MODELFORGE_TTL",
    fallback: "24h",
  },
  {
    key: "catalog.allowSnapshot",
    kind: "flag",
    project: false,
    variable: "MODELFORGE_ALLOW_SNAPSHOT",
    fallback: false,
  },
  {
    key: "features.background-refresh",
    kind: "flag",
    project: false,
    variable: "MODELFORGE_FEATURE_BACKGROUND_REFRESH",
    fallback: true,
  },
] as const satisfies readonly ConfigKey[];

/** The same as a list of any keys. */
export const allKeys: readonly ConfigKey[] = [...configKeys];

/** The names that settings begin with, in the order of the table. */
export const sections = ["current", "aliases", "catalog", "features"] as const;

/** The format that this version writes, and the newest it understands. */
export const formatVersion = 1;
