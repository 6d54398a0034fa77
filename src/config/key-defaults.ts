import type { configKeys } from "./keys.ts";

/** What goes before a setting, and what counts where nothing says it. */
interface Default {
  /** The variable that goes before it. */
  readonly variable?: string;
  readonly fallback?: string | boolean;
}

/** Most settings have neither. */
const keyDefaults: Readonly<Partial<Record<(typeof configKeys)[number]["key"], Default>>> = {
  current: { variable: "MODELFORGE_MODEL" },
  "catalog.enabled": { variable: "MODELFORGE_FEATURE_CATALOG", fallback: true },
  "catalog.source": { variable: "MODELFORGE_URL", fallback: "https://models.dev" },
  "catalog.ttl": { variable: "MODELFORGE_TTL", fallback: "24h" },
  "catalog.allowSnapshot": { variable: "MODELFORGE_ALLOW_SNAPSHOT", fallback: false },
  "features.background-refresh": {
    variable: "MODELFORGE_FEATURE_BACKGROUND_REFRESH",
    fallback: true,
  },
  "settings.autoDetect": { fallback: true },
};

export function defaultOf(key: string): Default {
  // look-up allowed: the keys are those of the table of settings
  return keyDefaults[key as keyof typeof keyDefaults] ?? {};
}

/** The names that settings begin with, in the order of the table. */
export const sections = [
  "current",
  "aliases",
  "providers",
  "catalog",
  "features",
  "settings",
] as const;
