import { isSecretVariable } from "../catalog/words/secret-variable.ts";
import { ModelForgeError } from "../failure.ts";
import { type Leaf, nameOf } from "./layers.ts";

/** Names of secrets among what is sent with a call: `api_key`, `apiKey`, `authorization`. */
const secretParameter =
  /^(?:authorization|x-api-key)$|(?:api|access|auth|secret|private)[_-]?(?:key|token)s?$|^(?:token|secret|password)$/i;

/** What holds a secret by where it stands, by its name; undefined where nothing does. */
export function secretPlaceIn({ path, value }: Pick<Leaf, "path" | "value">): string | undefined {
  const [section, , part, name = "", what] = path;
  if (section !== "providers") return undefined;
  if (part === "values" && isSecretVariable(name)) return nameOf(path);
  const isSent = part === "models" && what === "parameters";
  const inner = isSent ? secretNameIn(value) : undefined;
  return inner === undefined ? undefined : `${nameOf(path)}.${inner}`;
}

function secretNameIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string" && inner.trim() !== "" && secretParameter.test(name)) return name;
    const deeper = secretNameIn(inner);
    if (deeper !== undefined) return `${name}.${deeper}`;
  }
  return undefined;
}

/** Throws `usage.bad-value`; what stands there is not repeated. */
export function refuseSecretPlace(leaf: Pick<Leaf, "path" | "value">): void {
  const place = secretPlaceIn(leaf);
  if (place === undefined) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `${place} would hold a key; a configuration holds none`,
    hint: "modelforge auth login <provider> --key-stdin keeps it, and gives it to its host alone",
    details: { key: place },
  });
}
