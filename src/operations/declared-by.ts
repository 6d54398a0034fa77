import { isSecretVariable } from "../catalog/words/secret-variable.ts";
import type { Leaf } from "../config/layers.ts";
import type { Filling } from "../credentials/hosts/template.ts";

/**
 * The variables that a person's own configuration says a provider is reached with, by its values and its `env`; what is a
 * secret by its name is none. `own`: what it says of providers; `given`: what was given with the question.
 */
export function declaredBy(
  own: readonly Leaf[],
  given: ReadonlyMap<string, string> = new Map(),
): NonNullable<Filling["declares"]> {
  return (provider, name) => {
    if (isSecretVariable(name)) return false;
    const said = own.filter(({ path }) => path[1] === provider);
    // what a project writes names nothing that is to leave with a request
    if (said.some(({ path, scope }) => path[2] === "baseUrl" && scope === "project")) return false;
    return (
      given.has(name) ||
      said.some(
        ({ path, value }) =>
          (path[2] === "values" && path[3] === name) ||
          (path[2] === "env" && Array.isArray(value) && value.includes(name)),
      )
    );
  };
}

/** The variables that the person's own file says hold the key of a provider. */
export function keysOf(own: readonly Leaf[], provider: string): readonly string[] {
  return keysIn(own).get(provider) ?? [];
}

/** The same of all providers that it says so of. */
export function keysIn(own: readonly Leaf[]): Map<string, string[]> {
  return new Map(
    own.flatMap(({ path: [, provider = "", part], value, scope }) =>
      scope === "user" && part === "env" && Array.isArray(value)
        ? [[provider, value.map(String).filter(isSecretVariable)]]
        : [],
    ),
  );
}
