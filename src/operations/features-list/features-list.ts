import { type FeatureName, featureNames, features, featureState } from "../../config/features.ts";
import { configurationOf } from "../configuration-of.ts";
import type { Operation } from "../operation.ts";

export interface ListedFeature {
  name: FeatureName;
  on: boolean;
  /** What says so: a variable, a file, `CI`, or `default`. */
  origin: string;
  default: boolean;
  stage: "stable" | "preview";
  purpose: string;
  variable: string;
}

/** Everything that can be switched on and off, and how it is now. */
export const featuresList: Operation<Record<string, never>, ListedFeature[]> = async (context) => {
  const configuration = configurationOf(context);
  const result = featureNames.map((name) => {
    const { fallback, stage, purpose, variable } = features[name];
    const state = featureState(name, configuration, context.machine.environment);
    return { name, ...state, default: fallback, stage, purpose, variable };
  });
  return { result, warnings: [] };
};
