import type { KindName } from "./kinds.ts";

/** One thing that a configuration can say. */
export interface ConfigKey {
  /** `catalog.source`; a `*` stands for a name that the person chooses. */
  readonly key: string;
  readonly kind: KindName;
  /**
   * Whether a project's file may say it; `off`: only that it is false, `lower`: no more than the user's own file says, `plain`:
   * a text without variables, as far as the user's file says none. Whoever wrote it need not be who works in it.
   */
  readonly project: boolean | "off" | "lower" | "plain";
}

/** A row in few words: every command carries the table. */
function of<Key extends string>(key: Key, kind: KindName, project: ConfigKey["project"]) {
  return { key, kind, project };
}

/**
 * Everything a configuration can say; the schema, the reference, completion and every check are made of it. What each means,
 * and what counts where nothing says it, stands in key-meanings.ts.
 */
export const configKeys = [
  of("current", "name", true),
  of("aliases.*.model", "name", true),
  of("providers.*.baseUrl", "line", true),
  of("providers.*.enabled", "flag", "off"),
  of("providers.*.env", "names", false),
  of("providers.*.values.*", "line", false),
  of("providers.*.headers.*", "header", "plain"),
  of("providers.*.models.*.name", "line", true),
  of("providers.*.models.*.deployment", "line", true),
  of("providers.*.models.*.parameters", "object", true),
  of("providers.*.models.*.limits.context", "count", true),
  of("providers.*.models.*.limits.input", "count", true),
  of("providers.*.models.*.limits.output", "count", true),
  of("providers.*.models.*.price.input", "amount", true),
  of("providers.*.models.*.price.output", "amount", true),
  of("providers.*.models.*.price.cacheRead", "amount", true),
  of("providers.*.models.*.price.cacheWrite", "amount", true),
  of("catalog.enabled", "flag", false),
  of("catalog.source", "line", false),
  of("catalog.ttl", "duration", false),
  of("catalog.allowSnapshot", "flag", false),
  of("features.background-refresh", "flag", false),
  of("settings.autoDetect", "flag", false),
  of("settings.budget", "amount", "lower"),
] satisfies readonly ConfigKey[];

/** The same as a list of any keys. */
export const allKeys: readonly ConfigKey[] = [...configKeys];

/** The format that this version writes, and the newest it understands. */
export const formatVersion = 1;
