import { capabilities } from "../catalog/words/capability.ts";
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

/** Of a model, its limits and prices. */
function numbersOf<Model extends string>(model: Model) {
  return [
    ...limits.map((one) => of(`${model}.limits.${one}`, "count", true)),
    ...prices.map((one) => of(`${model}.price.${one}`, "amount", true)),
  ];
}

const limits = ["context", "input", "output"] as const;
const prices = ["input", "output", "cacheRead", "cacheWrite"] as const;

/**
 * Everything a configuration can say; the schema, the reference, completion and every check are made of it. What each means
 * stands in key-meanings.ts, what counts where nothing says it in key-defaults.ts.
 */
export const configKeys = [
  of("current", "name", true),
  of("aliases.*.model", "name", true),
  of("aliases.*.fallback", "models", true),
  of("aliases.*.needs", "capabilities", true),
  of("aliases.*.parameters", "object", true),
  of("providers.*.baseUrl", "line", true),
  of("providers.*.enabled", "flag", "off"),
  of("providers.*.env", "names", false),
  of("providers.*.clientId", "line", false),
  of("providers.*.values.*", "line", false),
  of("providers.*.headers.*", "header", "plain"),
  of("providers.*.models.*.name", "line", true),
  of("providers.*.models.*.deployment", "line", true),
  of("providers.*.models.*.parameters", "object", true),
  ...numbersOf("providers.*.models.*"),
  of("catalog.enabled", "flag", false),
  of("catalog.source", "line", false),
  of("catalog.ttl", "duration", false),
  of("catalog.allowSnapshot", "flag", false),
  of("catalog.overrides.*.name", "line", true),
  of("catalog.overrides.*.status", "status", true),
  ...numbersOf("catalog.overrides.*"),
  ...capabilities.map((one) => of(`catalog.overrides.*.capabilities.${one}`, "flag", true)),
  of("features.background-refresh", "flag", false),
  of("settings.autoDetect", "flag", false),
  of("settings.budget", "budget", "lower"),
] satisfies readonly ConfigKey[];

/** The same as a list of any keys. */
export const allKeys: readonly ConfigKey[] = [...configKeys];

/** The format that this version writes, and the newest it understands. */
export const formatVersion = 1;
