import { beginningOf, said } from "../../catalog/words/said.ts";
import { refuseSecretPlace } from "../../config/secret-places.ts";
import { refuseSecret } from "../../config/secrets.ts";
import { ModelForgeError } from "../../failure.ts";

/** `temperature=0.2` by name, the value as JSON where it is some. Throws `usage.bad-value`, for a key as a value, too. */
export function givenParameters(alias: string, pairs: readonly string[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const pair of pairs) {
    const [, name, text = ""] = /^\s*([A-Za-z][\w.-]{0,79})\s*=\s*(.*\S)\s*$/s.exec(pair) ?? [];
    if (name === undefined) throw noPair(pair);
    refuseSecret(text);
    const value = valueIn(text);
    refuseSecretPlace({ path: ["aliases", alias, "parameters", name], value });
    found.set(name, value);
  }
  return found;
}

/** To be taken out; what they are set to is of no interest. */
export function namesOfParameters(pairs: readonly string[]): string[] {
  return pairs.map((pair) => pair.split("=", 1)[0]?.trim() ?? "");
}

function valueIn(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    // 1e999 is more than JSON can write again
    return value === Infinity || value === -Infinity ? text : value;
  } catch {
    return text;
  }
}

function noPair(pair: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `no parameter and its value: ${said(beginningOf(pair))}`,
    hint: "write it like temperature=0.2",
    details: { field: "parameter", value: beginningOf(pair) },
  });
}
