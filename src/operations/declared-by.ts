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
