import { flag, word } from "../catalog/words/field.ts";
import { type FeatureName, featureNames } from "../config/features.ts";
import type { Fields } from "./field.ts";

export interface FeaturesSwitchInput {
  feature: FeatureName;
  /** Only says what would change. */
  dryRun?: boolean;
}

export const featuresSwitchFields: Fields<FeaturesSwitchInput> = {
  feature: { kind: word("feature", "feature", featureNames), about: "which one", isNeeded: true },
  dryRun: { kind: flag, about: "only show what would change" },
};
