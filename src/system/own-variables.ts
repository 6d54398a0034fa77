import type { Environment } from "./ports.ts";

/** The variables that bear our name, but for those of a provider; variables.ts says what each means. */
export const ownVariables: readonly string[] = [
  "MODELFORGE_URL",
  "MODELFORGE_CACHE_DIR",
  "MODELFORGE_CONFIG_DIR",
  "MODELFORGE_STATE_DIR",
  "MODELFORGE_DATA_DIR",
  "MODELFORGE_ACCOUNT",
  "MODELFORGE_PASSPHRASE_FILE",
  "MODELFORGE_MODEL",
  "MODELFORGE_OFFLINE",
  "MODELFORGE_ALLOW_SNAPSHOT",
  "MODELFORGE_TTL",
  "MODELFORGE_TIMEOUT",
  "MODELFORGE_MAX_CACHE_SIZE",
  "MODELFORGE_FEATURE_CATALOG",
  "MODELFORGE_FEATURE_BACKGROUND_REFRESH",
  "MODELFORGE_FEATURE_CODE_CACHE",
  "MODELFORGE_PAGER",
];

const ofProvider = /^MODELFORGE_[A-Z0-9_]+_(?:API_KEY|ACCESS_TOKEN)$/;

/** Variables that are set, bear our name and mean nothing: a slip of the pen that nobody would notice. */
export function unknownVariables({ names, get }: Pick<Environment, "names" | "get">): string[] {
  return names().filter(
    (name) =>
      name.startsWith("MODELFORGE_") &&
      !ownVariables.includes(name) &&
      !ofProvider.test(name) &&
      get(name) !== undefined,
  );
}
