import type { KindName } from "./kinds.ts";

/** One thing that a configuration can say. */
export interface ConfigKey {
  /** `catalog.source`; a `*` stands for a name that the person chooses. */
  readonly key: string;
  readonly kind: KindName;
  /** Whether a project's file may say it: whoever wrote the project need not be the one who works in it. */
  readonly project: boolean;
}

/**
 * Everything a configuration can say; the schema, the reference, completion and every check are made of it. What each means,
 * and what counts where nothing says it, stands in key-meanings.ts.
 */
export const configKeys = [
  { key: "current", kind: "name", project: true },
  { key: "aliases.*.model", kind: "name", project: true },
  { key: "catalog.source", kind: "line", project: false },
  { key: "catalog.ttl", kind: "duration", project: false },
  { key: "catalog.allowSnapshot", kind: "flag", project: false },
  { key: "features.background-refresh", kind: "flag", project: false },
] as const satisfies readonly ConfigKey[];

/** The same as a list of any keys. */
export const allKeys: readonly ConfigKey[] = [...configKeys];

/** The format that this version writes, and the newest it understands. */
export const formatVersion = 1;
