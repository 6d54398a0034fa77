import type { Environment } from "../system/ports.ts";
import type { Configuration } from "./configuration.ts";
import { defaultOf } from "./key-defaults.ts";
import { kindWords } from "./kind-words.ts";
import { type ConfigKey, allKeys } from "./keys.ts";
import { isOwnModel, type Leaf, nameOf } from "./layers.ts";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { withoutSecretValues } from "./secret-places.ts";
import { keylessName, withoutSecrets } from "./secrets.ts";

/** A setting as it counts now. */
export interface Effective {
  path: readonly string[];
  value: unknown;
  /** The file, the variable, or `default`. */
  origin: string;
}

const lastOfModels = "providers.*.models.*.price.cacheWrite";

/** All settings that have a value, in the order of the table. Throws `config.unreadable`. */
export function effectiveSettings(
  configuration: Pick<Configuration, "leaves">,
  { get }: Pick<Environment, "get">,
): Effective[] {
  const { leaves } = configuration;
  return allKeys
    .flatMap((key) => [
      ...ofKey(key, leaves, get),
      // a model that nothing is said of stands behind those that have a setting
      ...(key.key === lastOfModels ? modelsAlone(leaves) : []),
    ])
    .map(({ path, value, origin }) => ({
      path: path.map(keylessName),
      value: shown(path, value),
      origin,
    }));
}

/** A variable, or a hand, may have put a password there. */
function shown(path: readonly string[], value: unknown): unknown {
  const said = JSON.stringify([path, value]);
  const isPlain = !mayHoldSecret(said) && withoutSecrets(said) === said;
  return isPlain ? value : withoutSecretValues({ path, value });
}

/** Those that are added with nothing said of them by any file. */
function modelsAlone(leaves: readonly Leaf[]): Effective[] {
  return leaves.flatMap(({ path, value, file }) => {
    const isBelow = (one: Leaf): boolean =>
      one.path.length > path.length && path.every((step, at) => step === one.path[at]);
    const isAlone = isOwnModel(path) && !leaves.some(isBelow);
    return isAlone ? [{ path, value, origin: file }] : [];
  });
}

function ofKey(
  { key, kind }: ConfigKey,
  leaves: readonly Leaf[],
  get: Environment["get"],
): Effective[] {
  const { variable, fallback } = defaultOf(key);
  const steps = key.split(".");
  if (!steps.includes("*")) {
    const given = variable === undefined ? undefined : get(variable);
    if (given !== undefined) {
      // what is not understood is shown as it is: the command that needs it says what is wrong
      return [
        { path: steps, value: kindWords[kind].read(given) ?? given, origin: variable as string },
      ];
    }
    const leaf = leaves.find(({ path }) => nameOf(path) === key);
    if (leaf !== undefined) return [{ path: steps, value: leaf.value, origin: leaf.file }];
    return fallback === undefined ? [] : [{ path: steps, value: fallback, origin: "default" }];
  }
  const ofThis = leaves.filter(({ path }) => isOfKey(path, steps));
  return ofThis.map(({ path, value, file }) => ({ path, value, origin: file }));
}

export function isOfKey(path: readonly string[], steps: readonly string[]): boolean {
  return (
    path.length === steps.length && steps.every((step, at) => step === "*" || step === path[at])
  );
}
