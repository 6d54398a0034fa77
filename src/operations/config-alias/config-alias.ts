import { editedText } from "../../config/edit.ts";
import { ModelForgeError } from "../../failure.ts";
import { checkAlias, checkAliasName, hiddenBy } from "../alias-checks.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { configurationOf } from "../configuration-of.ts";
import { modelToKeep } from "../model-to-keep.ts";
import type { Operation } from "../operation.ts";
import { movedAlias } from "../stays-in-use.ts";
import type { ConfigAliasInput } from "./input.ts";

/** Gives a model a name of one's own, or takes the name away. */
export const configAlias: Operation<ConfigAliasInput, ConfigChanged> = async (
  context,
  { name, model, remove = false, unlisted = false, ...how },
  options,
) => {
  const alias = name.trim();
  const path = ["aliases", alias];
  checkAliasName(name);
  if (remove) {
    const outcome = await changeConfig(context, how, options, {
      command: `config alias ${alias} --remove`,
      change: (text, file) => (text === null ? null : editedText(text, path, undefined, file)),
    });
    if (outcome.result.changes.length === 0) throw notThere(alias);
    return outcome;
  }
  if (model === undefined) throw noModel(alias);
  checkAlias(configurationOf(context), alias, model);
  const {
    name: kept,
    catalog,
    warnings,
  } = await modelToKeep(context, { model, unlisted }, options);
  const hidden = unlisted ? [] : await hiddenBy(context, alias, options);
  const outcome = await changeConfig(context, how, options, {
    command: `config alias ${alias} ${model}`,
    change: (text, file) => editedText(text ?? "", [...path, "model"], kept, file),
    notes: movedAlias(context, alias, kept, how.project === true),
  });
  return {
    result: outcome.result,
    ...(catalog === undefined ? {} : { catalog }),
    warnings: [...warnings, ...hidden, ...outcome.warnings],
  };
};

function noModel(alias: string): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: `which model is ${alias} to stand for?`,
    hint: `for example modelforge config alias ${alias} openai/gpt-5-mini`,
    details: { alias },
  });
}

function notThere(alias: string): ModelForgeError {
  return new ModelForgeError("config.not-set", {
    message: `no alias ${alias} in that file`,
    hint: "modelforge config show --origin says which file has it",
    details: { alias },
  });
}
