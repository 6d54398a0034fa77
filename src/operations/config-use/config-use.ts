import type { Configuration } from "../../config/configuration.ts";
import { editedText } from "../../config/edit.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { configurationOf } from "../configuration-of.ts";
import { modelToKeep } from "../model-to-keep.ts";
import type { Operation, OperationContext } from "../operation.ts";
import type { ConfigUseInput } from "./input.ts";

/** Makes a model the one in use. What is kept is its ref, or the alias that was typed. */
export const configUse: Operation<ConfigUseInput, ConfigChanged> = async (
  context,
  { model, unlisted = false, ...how },
  options,
) => {
  const { name, catalog, warnings } = await modelToKeep(context, { model, unlisted }, options);
  const outcome = await changeConfig(context, how, options, {
    command: `config use ${model}`,
    change: (text, file) => editedText(text ?? "", ["current"], name, file),
    notes: hiddenBy(context, how.project === true, configurationOf(context)),
  });
  return {
    result: outcome.result,
    ...(catalog === undefined ? {} : { catalog }),
    warnings: [...warnings, ...outcome.warnings],
  };
};

/** Where another layer says which model is in use, this one changes nothing. */
function hiddenBy(
  { machine }: Pick<OperationContext, "machine">,
  isProject: boolean,
  configuration: Configuration,
): string[] {
  const variable = machine.environment.get("MODELFORGE_MODEL");
  if (variable !== undefined)
    return [`MODELFORGE_MODEL is set: ${variable} stays in use until it is unset`];
  const current = configuration.find("current");
  if (isProject || current?.scope !== "project") return [];
  return [`in this project ${String(current.value)} stays in use: ${current.file} says so`];
}
