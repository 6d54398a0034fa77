import { ownEntry } from "../catalog/words/own-entry.ts";
import type { ProviderVariables } from "../catalog/words/provider.ts";
import type { Environment } from "../system/ports.ts";

// the catalog lists a provider's variables, not which of them are needed together
const alternatives: Readonly<Record<string, string[][]>> = {
  "amazon-bedrock": [["AWS_BEARER_TOKEN_BEDROCK"], ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]],
};

const secretName = /(KEY|TOKEN|SECRET|CREDENTIALS|PAT|PASSWORD)(_|$)/;

/** Whether the environment holds what the provider needs: one of its secrets and all of its settings. */
export function isConfigured(provider: ProviderVariables, environment: Environment): boolean {
  const isSet = (name: string): boolean => environment.get(name) !== undefined;
  const own = ownVariables(provider.id);
  if (own.some(isSet)) return true;
  const known = ownEntry(alternatives, provider.id);
  if (known !== undefined) return known.some((names) => names.every(isSet));
  const secrets = provider.env.filter((name) => secretName.test(name));
  const others = provider.env.filter((name) => !secretName.test(name));
  return secrets.some(isSet) && others.every(isSet);
}

/** `wafer.ai` → `MODELFORGE_WAFER_AI_API_KEY` and `…_ACCESS_TOKEN`. */
export function ownVariables(providerId: string): string[] {
  const name = providerId.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
  return [`MODELFORGE_${name}_API_KEY`, `MODELFORGE_${name}_ACCESS_TOKEN`];
}

/** Ids of the providers a credential is at hand for. */
export function configuredProviders(
  providers: readonly ProviderVariables[],
  environment: Environment,
): string[] {
  return providers.filter((one) => isConfigured(one, environment)).map(({ id }) => id);
}
