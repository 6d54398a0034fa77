import { ModelForgeError } from "../failure.ts";
import type { ProviderTemplate } from "../providers/template.ts";

/** Throws `usage.bad-value` for a value that the address of the provider has no place for. */
export function checkValues(
  provider: string,
  given: ReadonlyMap<string, string>,
  { values }: ProviderTemplate,
): void {
  const unknown = [...given.keys()].find((name) => !values.some((one) => one.name === name));
  if (unknown !== undefined) throw noSuchValue(provider, unknown, values);
}

function noSuchValue(
  provider: string,
  name: string,
  values: ProviderTemplate["values"],
): ModelForgeError {
  const known = values.map((one) => one.name);
  return new ModelForgeError("usage.bad-value", {
    message: `the address of ${provider} has no ${name} in it`,
    hint:
      known.length === 0
        ? "it needs no values"
        : `it takes ${known.join(", ")}; a credential is for modelforge auth login ${provider}`,
    details: { field: "values", value: name, known },
  });
}
