import { editedText } from "../config/edit.ts";
import { features, featureState } from "../config/features.ts";
import { ModelForgeError } from "../failure.ts";
import { changeConfig, type ConfigChanged } from "./config-change.ts";
import { configurationOf } from "./configuration-of.ts";
import type { Operation } from "./operation.ts";
import type { FeaturesSwitchInput } from "./feature-switch-input.ts";

/** Says in the user's file whether a feature is on. */
export function switching(isOn: boolean): Operation<FeaturesSwitchInput, ConfigChanged> {
  return async (context, { feature, dryRun = false }, options) => {
    const { isConfigurable, variable } = features[feature];
    if (!isConfigurable) throw beforeAnyFile(feature, variable, isOn);
    const { environment } = context.machine;
    const { origin } = featureState(feature, configurationOf(context), environment);
    const isHidden = origin === variable || origin === "CI";
    return changeConfig(context, { dryRun }, options, {
      command: `features ${isOn ? "enable" : "disable"} ${feature}`,
      change: (text, file) => editedText(text ?? "", ["features", feature], isOn, file),
      notes: isHidden ? [`${origin} is set, and goes before what the file says`] : [],
    });
  };
}

function beforeAnyFile(feature: string, variable: string, isOn: boolean): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${feature} is decided before any file is read`,
    hint: `set ${variable} to ${isOn ? "1" : "0"}`,
    details: { feature, variable },
  });
}
