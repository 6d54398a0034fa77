import type { configKeys } from "./keys.ts";

type Name = (typeof configKeys)[number]["key"];

interface Meaning {
  /** For the schema and the reference. */
  readonly about: string;
  readonly example: string | boolean;
  /** The variable that goes before it. */
  readonly variable?: string;
  /** What counts where nothing says another. */
  readonly fallback?: string | boolean;
}

/** What each setting means. A new one does not compile before it has its lines here. */
export const keyMeanings: Readonly<Record<Name, Meaning>> = {
  current: {
    about: "the model in use: a ref, an alias, or any other name of a model",
    example: "anthropic/claude-sonnet-4-5",
    variable: "MODELFORGE_MODEL",
  },
  "aliases.*.model": {
    about: "the model that a name of your own stands for",
    example: "openai/gpt-5-mini",
  },
  "catalog.source": {
    about:
      "where the catalog comes from: a base URL, the full URL of a `.json`, or a path, which begins at the directory of the file",
    example: "https://models.example.com",
    variable: "MODELFORGE_URL",
    fallback: "https://models.dev",
  },
  "catalog.ttl": {
    about: "age at which the catalog is stale",
    example: "12h",
    variable: "MODELFORGE_TTL",
    fallback: "24h",
  },
  "catalog.allowSnapshot": {
    about: "`true`: where a source of your own cannot answer, the snapshot of models.dev may",
    example: true,
    variable: "MODELFORGE_ALLOW_SNAPSHOT",
    fallback: false,
  },
  "features.background-refresh": {
    about: "`false`: a stale answer starts no refresh",
    example: false,
    variable: "MODELFORGE_FEATURE_BACKGROUND_REFRESH",
    fallback: true,
  },
};

/** The names that settings begin with, in the order of the table. */
export const sections = ["current", "aliases", "catalog", "features"] as const;

export function meaningOf(key: string): Meaning {
  // look-up allowed: the keys are those of the same table
  return keyMeanings[key as Name];
}

/** A value for a setting, as it is typed. */
export function exampleOf(key: string): string {
  return String(meaningOf(key).example);
}
