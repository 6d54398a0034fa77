import { kindWords } from "./kind-words.ts";
import type { Configuration } from "./configuration.ts";
import type { Environment } from "../system/ports.ts";

interface FeatureMeaning {
  readonly purpose: string;
  readonly fallback: boolean;
  readonly stage: "stable" | "preview";
  readonly variable: string;
  /** Whether a file may say it: what is decided before any file is read is not. */
  readonly isConfigurable: boolean;
}

/** All that can be switched on and off. Each has a test that shows both states. */
export const features = {
  "background-refresh": {
    purpose: "a stale answer starts a refresh that outlives the command",
    fallback: true,
    stage: "stable",
    variable: "MODELFORGE_FEATURE_BACKGROUND_REFRESH",
    isConfigurable: true,
  },
  "code-cache": {
    purpose: "what Node compiled of the command is kept for the next start",
    fallback: true,
    stage: "stable",
    variable: "MODELFORGE_FEATURE_CODE_CACHE",
    isConfigurable: false,
  },
} as const satisfies Record<string, FeatureMeaning>;

export type FeatureName = keyof typeof features;

export const featureNames = Object.keys(features) as FeatureName[];

/** Whether a feature is on, and what says so: a variable, a file, `CI`, or `default`. Throws `config.unreadable`. */
export function featureState(
  name: FeatureName,
  configuration: Pick<Configuration, "find">,
  { get }: Pick<Environment, "get">,
): { on: boolean; origin: string } {
  const { variable, fallback, isConfigurable } = features[name];
  const ci = get("CI");
  // under CI every run is a first one
  if (ci !== undefined && kindWords.flag.read(ci) !== false) return { on: false, origin: "CI" };
  const given = kindWords.flag.read(get(variable) ?? "");
  if (typeof given === "boolean") return { on: given, origin: variable };
  const leaf = isConfigurable ? configuration.find("features", name) : undefined;
  if (leaf !== undefined) return { on: leaf.value === true, origin: leaf.file };
  return { on: fallback, origin: "default" };
}
