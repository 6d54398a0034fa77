import type { ConfigAddedAuto } from "./config-add-auto/choose-and-add.ts";
import { type ConfigAddAutoInput, configAddAutoFields } from "./config-add-auto/input.ts";
import type { ConfigAdded } from "./config-added.ts";
import { type ConfigAddInput, configAddFields } from "./config-add/input.ts";
import { type ConfigRemoveInput, configRemoveFields } from "./config-remove/input.ts";
import type { ConfigChanged } from "./config-change.ts";
import { type ConfigAliasInput, configAliasFields } from "./config-alias/input.ts";
import type { ConfigDiff } from "./config-diff/config-diff.ts";
import { type ConfigDiffInput, configDiffFields } from "./config-diff/input.ts";
import type { ConfigHistoryEntry } from "./config-history/config-history.ts";
import { type ConfigHistoryInput, configHistoryFields } from "./config-history/input.ts";
import { type ConfigRollbackInput, configRollbackFields } from "./config-rollback/input.ts";
import { type ConfigMigrateInput, configMigrateFields } from "./config-migrate/input.ts";
import { type ConfigSetInput, configSetFields } from "./config-set/input.ts";
import { type ConfigUnsetInput, configUnsetFields } from "./config-unset/input.ts";
import { type ConfigUseInput, configUseFields } from "./config-use/input.ts";
import type { Finding } from "../config/finding.ts";
import { type ConfigValidateInput, configValidateFields } from "./config-validate/input.ts";
import type { ConfigValue } from "./config-get/config-get.ts";
import { type ConfigGetInput, configGetFields } from "./config-get/input.ts";
import type { ConfigPath } from "./config-path/config-path.ts";
import { type ConfigPathInput, configPathFields } from "./config-path/input.ts";
import type { ShownConfig } from "./config-show/config-show.ts";
import { type ConfigShowInput, configShowFields } from "./config-show/input.ts";
import type { ListedFeature } from "./features-list/features-list.ts";
import { type FeaturesSwitchInput, featuresSwitchFields } from "./feature-switch-input.ts";
import { later, type NoInput, type OperationEntry } from "./operation-entry.ts";

/** What is asked of the configuration, and of what it switches. */
export interface ConfigQuestions {
  "config-show": { input: ConfigShowInput; result: ShownConfig };
  "config-get": { input: ConfigGetInput; result: ConfigValue };
  "config-path": { input: ConfigPathInput; result: ConfigPath };
  "config-set": { input: ConfigSetInput; result: ConfigChanged };
  "config-unset": { input: ConfigUnsetInput; result: ConfigChanged };
  "config-add": { input: ConfigAddInput; result: ConfigAdded };
  "config-add-auto": { input: ConfigAddAutoInput; result: ConfigAddedAuto };
  "config-remove": { input: ConfigRemoveInput; result: ConfigChanged };
  "config-use": { input: ConfigUseInput; result: ConfigChanged };
  "config-alias": { input: ConfigAliasInput; result: ConfigChanged };
  "features-list": { input: NoInput; result: ListedFeature[] };
  "features-enable": { input: FeaturesSwitchInput; result: ConfigChanged };
  "features-disable": { input: FeaturesSwitchInput; result: ConfigChanged };
  "config-validate": { input: ConfigValidateInput; result: Finding[] };
  "config-migrate": { input: ConfigMigrateInput; result: ConfigChanged };
  "config-history": { input: ConfigHistoryInput; result: ConfigHistoryEntry[] };
  "config-diff": { input: ConfigDiffInput; result: ConfigDiff };
  "config-rollback": { input: ConfigRollbackInput; result: ConfigChanged };
}

export const configOperations: {
  readonly [Name in keyof ConfigQuestions]: OperationEntry<
    ConfigQuestions[Name]["input"],
    ConfigQuestions[Name]["result"]
  >;
} = {
  "config-show": {
    summary: "Shows the settings that count, and where each is from.",
    effect: "reads",
    fields: configShowFields,
    run: later(async () => (await import("./config-show/config-show.ts")).configShow),
  },
  "config-get": {
    summary: "Gives one setting as it counts, or all below a name.",
    effect: "reads",
    fields: configGetFields,
    run: later(async () => (await import("./config-get/config-get.ts")).configGet),
  },
  "config-path": {
    summary: "Says where a configuration is, or would be.",
    effect: "reads",
    fields: configPathFields,
    run: later(async () => (await import("./config-path/config-path.ts")).configPath),
  },
  "config-set": {
    summary: "Sets one value of a configuration; the rest of the file stays as it is written.",
    effect: "writes",
    fields: configSetFields,
    run: later(async () => (await import("./config-set/config-set.ts")).configSet),
  },
  "config-unset": {
    summary: "Takes a value out of a configuration, or all below a name.",
    effect: "writes",
    fields: configUnsetFields,
    run: later(async () => (await import("./config-unset/config-unset.ts")).configUnset),
  },
  "config-add": {
    summary: "Adds a model of a provider to a configuration; the catalog fills in the rest.",
    effect: "writes",
    fields: configAddFields,
    run: later(async () => (await import("./config-add/config-add.ts")).configAdd),
  },
  "config-add-auto": {
    summary: "Chooses a model that could be called now, and makes it the one in use.",
    effect: "writes",
    fields: configAddAutoFields,
    run: later(async () => (await import("./config-add-auto.ts")).configAddAuto),
  },
  "config-remove": {
    summary: "Takes a model that was added out of a configuration again.",
    effect: "writes",
    fields: configRemoveFields,
    run: later(async () => (await import("./config-remove/config-remove.ts")).configRemove),
  },
  "config-use": {
    summary: "Makes a model the one in use.",
    effect: "writes",
    fields: configUseFields,
    run: later(async () => (await import("./config-use/config-use.ts")).configUse),
  },
  "config-alias": {
    summary: "Gives a model a name of your own, or takes the name away.",
    effect: "writes",
    fields: configAliasFields,
    run: later(async () => (await import("./config-alias/config-alias.ts")).configAlias),
  },
  "config-validate": {
    summary: "Finds what is wrong with the configuration, and what to do.",
    effect: "writes",
    fields: configValidateFields,
    run: later(async () => (await import("./config-validate/config-validate.ts")).configValidate),
  },
  "config-migrate": {
    summary: "Takes over the configuration of the Python ModelForge, and its keys into the store.",
    effect: "writes",
    fields: configMigrateFields,
    run: later(async () => (await import("./config-migrate/config-migrate.ts")).configMigrate),
  },
  "config-history": {
    summary: "Lists the changes of the configuration, newest first.",
    effect: "reads",
    fields: configHistoryFields,
    run: later(async () => (await import("./config-history/config-history.ts")).configHistory),
  },
  "config-diff": {
    summary: "Shows what one change of the configuration did.",
    effect: "reads",
    fields: configDiffFields,
    run: later(async () => (await import("./config-diff/config-diff.ts")).configDiff),
  },
  "config-rollback": {
    summary: "Takes the last changes of the configuration back.",
    effect: "writes",
    fields: configRollbackFields,
    run: later(async () => (await import("./config-rollback/config-rollback.ts")).configRollback),
  },
  "features-list": {
    summary: "Lists what can be switched on and off.",
    effect: "reads",
    fields: {},
    run: later(async () => (await import("./features-list/features-list.ts")).featuresList),
  },
  "features-enable": {
    summary: "Switches a feature on.",
    effect: "writes",
    fields: featuresSwitchFields,
    run: later(async () => (await import("./features-enable/features-enable.ts")).featuresEnable),
  },
  "features-disable": {
    summary: "Switches a feature off.",
    effect: "writes",
    fields: featuresSwitchFields,
    run: later(
      async () => (await import("./features-disable/features-disable.ts")).featuresDisable,
    ),
  },
};
