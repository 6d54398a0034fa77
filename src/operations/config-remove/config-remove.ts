import { nearest } from "../../catalog/words/nearest.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { beginningOf, said } from "../../catalog/words/said.ts";
import { aliasedIn } from "../../config/aliases.ts";
import type { Configuration } from "../../config/configuration.ts";
import { editedText } from "../../config/edit.ts";
import { nameOf } from "../../config/layers.ts";
import { ModelForgeError } from "../../failure.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { configurationOf } from "../configuration-of.ts";
import type { Operation } from "../operation.ts";
import { refuseAnySecret } from "../refuse-secret.ts";
import { ownModelPath, ownModels } from "../own-models.ts";
import type { ConfigRemoveInput } from "./input.ts";

/** Takes a model that was added out again; what else names it is said, and stays. Throws `config.not-set`. */
export const configRemove: Operation<ConfigRemoveInput, ConfigChanged> = async (
  context,
  { model, ...how },
  options,
) => {
  const configuration = configurationOf(context);
  await refuseAnySecret(context, model);
  const ref = aliasedIn(configuration, model).trim();
  const parts = splitRef(ref);
  if (parts === undefined) throw notAdded(ref, configuration);
  const path = ownModelPath(parts.provider, parts.id);
  const outcome = await changeConfig(context, how, options, {
    command: `config remove ${ref}`,
    change: (text, file) => (text === null ? null : editedText(text, path, undefined, file)),
    notes: namers(configuration, ref),
  });
  if (outcome.result.changes.length === 0) throw notAdded(ref, configuration);
  return outcome;
};

function namers(configuration: Pick<Configuration, "leaves">, ref: string): string[] {
  return configuration.leaves.flatMap(({ path, value, file }) => {
    const isOfAlias = path[0] === "aliases" && (path[2] === "model" || path[2] === "fallback");
    const names = path[0] === "current" || isOfAlias ? [value].flat().map(String) : [];
    return names.some((name) => name.trim() === ref)
      ? [`${nameOf(path)} still names it, in ${file}`]
      : [];
  });
}

function notAdded(ref: string, configuration: Pick<Configuration, "leaves">): ModelForgeError {
  const known = ownModels(configuration);
  const close = nearest(ref, known);
  return new ModelForgeError("config.not-set", {
    message: `${said(beginningOf(ref))} was not added to that file`,
    hint:
      close.length > 0
        ? `did you mean ${close.join(", ")}?`
        : known.length === 0
          ? "no model was added yet: modelforge config add does"
          : "modelforge config show --origin says which file has what",
    details: { model: beginningOf(ref), known },
  });
}
