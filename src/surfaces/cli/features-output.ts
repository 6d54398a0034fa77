import { featureNames, type FeatureName } from "../../config/features.ts";
import type { ConfigChanged } from "../../operations/config-change.ts";
import type { FeaturesSwitchInput } from "../../operations/feature-switch-input.ts";
import type { Operation } from "../../operations/operation.ts";
import { ask } from "./ask.ts";
import type { CliCommand } from "./command.ts";
import { dryRunFlag, printChanged } from "./config-output.ts";
import { documentFlags } from "./document-output.ts";
import { readWord } from "./option-values.ts";

/** `features enable` and `features disable`. */
export function switchCommand(
  word: string,
  operation: Operation<FeaturesSwitchInput, ConfigChanged>,
): CliCommand {
  return {
    examples: [`modelforge features ${word} background-refresh`],
    arguments: [
      {
        name: "feature",
        isNeeded: true,
        completes: featureNames,
        about: "which one",
        read: (text) => readWord("feature", text, featureNames),
      },
    ],
    flags: [dryRunFlag, ...documentFlags],
    run: async (context, { args, options }) => {
      // look-up allowed: the argument was read as one of them
      const feature = args[0] as FeatureName;
      const dryRun = options.dryRun === true;
      const outcome = await ask(context, operation, { feature, dryRun });
      await printChanged(context, outcome, options);
      return undefined;
    },
  };
}
