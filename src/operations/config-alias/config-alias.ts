import { readCapability } from "../../catalog/query/filter-words.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { editedText } from "../../config/edit.ts";
import { kindWords } from "../../config/kind-words.ts";
import { accepts } from "../../config/kinds.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { checkAlias, checkAliasName, hiddenBy } from "../alias-checks.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { configurationOf } from "../configuration-of.ts";
import { modelToKeep } from "../model-to-keep.ts";
import type { Operation, OperationContext, OperationOptions } from "../operation.ts";
import { refuseAnySecret } from "../refuse-secret.ts";
import { movedAlias } from "../stays-in-use.ts";
import { editsOf, removalsIn, withEdits } from "./alias-edits.ts";
import { doubtsAbout } from "./doubts.ts";
import { givenParameters, namesOfParameters } from "./given-parameters.ts";
import type { ConfigAliasInput } from "./input.ts";

/** Gives a model a name of one's own, with what goes with it, or takes that away. */
export const configAlias: Operation<ConfigAliasInput, ConfigChanged> = async (
  context,
  input,
  options,
) => {
  const { name, model, remove = false, unlisted = false, project = false } = input;
  const alias = name.trim();
  checkAliasName(name);
  const given = [...(input.fallback ?? []), ...(input.need ?? []), ...(input.parameter ?? [])];
  await refuseAnySecret(context, given.join("\n"));
  if (remove) return removed(context, alias, input, options);
  const configuration = configurationOf(context);
  const isThere = configuration.find("aliases", alias, "model") !== undefined;
  if (model === undefined && (!isThere || given.length === 0)) throw noModel(alias, isThere);
  for (const one of [model ?? [], input.fallback ?? []].flat())
    checkAlias(configuration, alias, one);
  const needs = input.need?.map((one) => readCapability(one, "need"));
  const parameters = givenParameters(alias, input.parameter ?? []);
  const names = [model ?? [], input.fallback ?? []].flat();
  const kept = [];
  for (const one of names) kept.push(await modelToKeep(context, { model: one, unlisted }, options));
  const refs = kept.map((one) => one.name);
  const said = {
    model: model === undefined ? undefined : refs[0],
    fallback: input.fallback && [...new Set(model === undefined ? refs : refs.slice(1))],
    needs: needs && [...new Set(needs)],
    parameters,
  };
  if (said.fallback !== undefined && !accepts.models(said.fallback)) throw tooMany(alias);
  const hidden = unlisted || model === undefined ? [] : await hiddenBy(context, alias, options);
  const doubts = unlisted ? [] : await doubtsAbout(context, alias, said, options);
  const outcome = await changeConfig(context, input, options, {
    command: commandOf(alias, input),
    change: (text, file) => withEdits(text ?? "", editsOf(alias, said), file),
    notes: said.model === undefined ? [] : movedAlias(context, alias, said.model, project),
  });
  const catalog = kept.find((one) => one.catalog !== undefined)?.catalog;
  const warnings = [...kept.flatMap((one) => one.warnings), ...hidden, ...doubts];
  return {
    result: outcome.result,
    ...(catalog === undefined ? {} : { catalog }),
    warnings: [...eachOnce(warnings), ...outcome.warnings],
  };
};

/** All of an alias, or what of it is named. */
async function removed(
  context: OperationContext,
  alias: string,
  input: ConfigAliasInput,
  options: OperationOptions,
): ReturnType<typeof configAlias> {
  const { fallback = [], need = [], parameter = [] } = input;
  const unsaid = {
    fallback: fallback.map((one) => one.trim()),
    needs: need.map((one) => readCapability(one, "need")),
    parameters: namesOfParameters(parameter),
  };
  const isWhole = [fallback, need, parameter].every((list) => list.length === 0);
  const outcome = await changeConfig(context, input, options, {
    command: commandOf(alias, { ...input, parameter: unsaid.parameters }),
    change: (text, file) => {
      if (text === null) return null;
      return isWhole
        ? editedText(text, ["aliases", alias], undefined, file)
        : withEdits(text, removalsIn(text, alias, unsaid), file);
    },
  });
  if (outcome.result.changes.length === 0) throw notThere(alias, isWhole);
  return outcome;
}

/** For the history. */
function commandOf(
  alias: string,
  { model, remove, fallback = [], need = [], parameter = [] }: ConfigAliasInput,
): string {
  const words = [
    alias,
    ...(model === undefined || remove === true ? [] : [model]),
    ...(remove === true ? ["--remove"] : []),
    ...(fallback.length === 0 ? [] : ["--fallback", fallback.join(",")]),
    ...(need.length === 0 ? [] : ["--need", need.join(",")]),
    ...parameter.flatMap((one) => ["--parameter", one]),
  ];
  return `config alias ${words.map(shellWord).join(" ")}`;
}

function eachOnce(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

function noModel(alias: string, isThere: boolean): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: `which model is ${alias} to stand for?`,
    hint: isThere
      ? `modelforge config get aliases.${alias} shows what it stands for`
      : `for example modelforge config alias ${alias} openai/gpt-5-mini`,
    details: { alias },
  });
}

function notThere(alias: string, isWhole: boolean): ModelForgeError {
  return new ModelForgeError("config.not-set", {
    message: isWhole
      ? `no alias ${alias} in that file`
      : `nothing of that is said of ${alias} in that file`,
    hint: "modelforge config show --origin says which file has it",
    details: { alias },
  });
}

function tooMany(alias: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `aliases.${alias}.fallback takes ${kindWords.models.takes}`,
    hint: "leave some of them out",
    details: { alias },
  });
}
