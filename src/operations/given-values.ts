import { secrecyOf } from "../catalog/words/secret-name.ts";
import { beginningOf, said } from "../catalog/words/said.ts";
import { refuseSecretPlace } from "../config/secret-places.ts";
import { refuseSecret } from "../config/secrets.ts";
import { ModelForgeError } from "../failure.ts";

/** `AZURE_RESOURCE_NAME=my-resource` by name. Throws `usage.bad-value`, for a key as a value, too. */
export function givenValues(pairs: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value = ""] = /^\s*([A-Za-z_]\w*)\s*=\s*(.*\S)\s*$/s.exec(pair) ?? [];
    if (name === undefined) throw noPair(pair);
    refuseSecret(value);
    // what is called as a key is, no address has
    if (secrecyOf(name) === undefined)
      refuseSecretPlace({ path: ["providers", "", "values", name], value });
    values.set(name, value);
  }
  return values;
}

function noPair(pair: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `no variable and its value: ${said(beginningOf(pair))}`,
    hint: "write it like AZURE_RESOURCE_NAME=my-resource",
    details: { field: "values", value: beginningOf(pair) },
  });
}
