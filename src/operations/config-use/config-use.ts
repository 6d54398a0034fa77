import { editedText } from "../../config/edit.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { modelToKeep } from "../model-to-keep.ts";
import type { Operation } from "../operation.ts";
import { staysInUse } from "../stays-in-use.ts";
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
    notes: staysInUse(context, name, how.project === true),
  });
  return {
    result: outcome.result,
    ...(catalog === undefined ? {} : { catalog }),
    warnings: [...warnings, ...outcome.warnings],
  };
};
