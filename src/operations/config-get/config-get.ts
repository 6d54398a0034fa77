import { said } from "../../catalog/words/said.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { aliasedIn } from "../../config/aliases.ts";
import { ownModels } from "../own-models.ts";
import { namedModel } from "../named-model.ts";
import { type Effective, effectiveSettings } from "../../config/effective.ts";
import { nameOf } from "../../config/layers.ts";
import { belowPath, nestedSettings } from "../../config/nested.ts";
import { pathAt } from "../../config/paths.ts";
import { ModelForgeError } from "../../failure.ts";
import { configurationOf } from "../configuration-of.ts";
import { toldOfCurrent } from "../look-at-current.ts";
import type { Operation, Outcome } from "../operation.ts";
import type { ConfigGetInput } from "./input.ts";

export interface ConfigValue {
  key: string;
  value: unknown;
  /** The file, the variable, or `default`; null for several values together. */
  origin: string | null;
}

/** What counts now of one setting, or of those below a name. */
export const configGet: Operation<ConfigGetInput, ConfigValue> = async (
  context,
  { key, resolved = false },
  options,
) => {
  const path = pathAt(key);
  const settings = effectiveSettings(configurationOf(context), context.machine.environment);
  const first = settings.find((one) => path.every((step, at) => one.path[at] === step));
  if (first === undefined) throw notSet(path);
  const isOne = first.path.length === path.length;
  if (resolved) return resolvedModel(context, first, options);
  const result = {
    key: nameOf(path),
    value: isOne ? first.value : belowPath(nestedSettings(settings), path),
    origin: isOne ? first.origin : null,
  };
  return { result, warnings: [] };
};

function notSet(path: readonly string[]): ModelForgeError {
  const key = nameOf(path);
  return new ModelForgeError("config.not-set", {
    message: `${said(key)} is not set`,
    hint:
      path[0] === "current"
        ? "modelforge config use <model>"
        : `modelforge config set ${shellWord(key)} <value>`,
    details: { key },
  });
}

const resolvedModel = async (
  context: Parameters<typeof configGet>[0],
  { path, value, origin }: Effective,
  options: Parameters<typeof configGet>[2],
): ReturnType<typeof configGet> => {
  const key = nameOf(path);
  const isModel = key === "current" || (path[0] === "aliases" && path.at(-1) === "model");
  if (!isModel) {
    throw new ModelForgeError("usage.bad-value", {
      message: `${key} is no model`,
      hint: "--resolved goes with current, and with aliases.<name>.model",
      details: { key },
    });
  }
  const name = String(value);
  const configuration = configurationOf(context);
  const own = aliasedIn(configuration, name).trim();
  const isOwn = ownModels(configuration).includes(own);
  const answer: Outcome<string> = isOwn
    ? { result: own, warnings: [] }
    : await context.access.ask(
        options,
        (view) => namedModel(view, { name }, configuration).entry.ref,
      );
  const result = { key, value: answer.result, origin };
  if (key !== "current") return { ...answer, result };
  const model = { name, ref: answer.result, digest: answer.catalog?.digest };
  const notes = await toldOfCurrent(context, model, options);
  return { ...answer, result, warnings: [...answer.warnings, ...notes] };
};
