import { ownEntry } from "../catalog/words/own-entry.ts";
import { ownVariables } from "./from-environment.ts";
import { hostTable } from "./hosts/table.ts";

/** The variables that programs look for a provider's key in. */
export function variablesFor(provider: string): readonly string[] {
  const secrets = ownEntry(hostTable, provider)?.secrets;
  if (secrets === undefined) return [ownVariables(provider)[0]?.replace(/^MODELFORGE_/, "") ?? ""];
  return ownEntry(keyAlone, provider) ?? secrets;
}

/** Of these only some take a key by itself. */
const keyAlone: Readonly<Record<string, readonly string[]>> = {
  "amazon-bedrock": ["AWS_BEARER_TOKEN_BEDROCK"],
  "google-vertex": ["GOOGLE_VERTEX_API_KEY"],
  "google-vertex-anthropic": ["GOOGLE_VERTEX_API_KEY"],
};
