import { ownEntry } from "../catalog/words/own-entry.ts";
import { ownVariables } from "./from-environment.ts";
import { hostTable } from "./hosts/table.ts";

/** The variables that programs look for a provider's key in. `named`: those that the person's own file says. */
export function variablesFor(provider: string, named: readonly string[] = []): readonly string[] {
  const secrets = ownEntry(hostTable, provider)?.secrets;
  if (secrets === undefined && named.length > 0) return named;
  if (secrets === undefined) return [ownVariables(provider)[0]?.replace(/^MODELFORGE_/, "") ?? ""];
  return ownEntry(givenOut, provider) ?? ownEntry(keyAlone, provider) ?? secrets;
}

/** The variables that a key of a provider is found in, the most usual first. */
export function keyVariables(provider: string, named?: readonly string[]): readonly string[] {
  const isOwn = ownEntry(hostTable, provider) === undefined;
  if (isOwn) return [...(named ?? []), ...ownVariables(provider)];
  return ownEntry(givenOut, provider) ? ownVariables(provider) : variablesFor(provider);
}

/** Where what is found in the usual ones is another kind of key than what is given out. */
const givenOut: Readonly<Record<string, readonly string[]>> = {
  // git, gh and every program with either take what is in GITHUB_TOKEN to GitHub, which a key of Copilot is not for
  "github-copilot": ["GITHUB_COPILOT_API_KEY"],
};

/** Of these only some take a key by itself. */
const keyAlone: Readonly<Record<string, readonly string[]>> = {
  "amazon-bedrock": ["AWS_BEARER_TOKEN_BEDROCK"],
  "google-vertex": ["GOOGLE_VERTEX_API_KEY"],
  "google-vertex-anthropic": ["GOOGLE_VERTEX_API_KEY"],
};
