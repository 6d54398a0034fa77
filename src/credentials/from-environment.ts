import { isSecretVariable } from "../catalog/words/secret-variable.ts";
import { ownEntry } from "../catalog/words/own-entry.ts";
import type { ProviderVariables } from "../catalog/words/provider.ts";
import type { Environment } from "../system/ports.ts";

// the catalog lists a provider's variables, not which of them are needed together
const alternatives: Readonly<Record<string, string[][]>> = {
  "amazon-bedrock": [["AWS_BEARER_TOKEN_BEDROCK"], ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]],
};

/** Set where nobody means to call a model with them: alone they make no provider callable. */
const setForOtherReasons: ReadonlySet<string> = new Set([
  // by GitHub's and GitLab's pipelines, and for their own commands
  "GITHUB_TOKEN",
  "GITLAB_TOKEN",
  // for downloads of weights and data sets
  "HF_TOKEN",
]);

/** Of a provider with variables that are needed together: which go together. */
export function alternativesOf(providerId: string): string[][] | undefined {
  return ownEntry(alternatives, providerId);
}

export function isSetForOtherReasons(variable: string): boolean {
  return setForOtherReasons.has(variable);
}

/** What there is to call providers with. */
export interface AtHand extends Environment {
  /** Whether the person said that a provider is not to be used. */
  isDisabled?(provider: string): boolean;
}

/**
 * Whether the environment holds what the provider needs: one of its secrets, which is set for nothing else, and all of
 * its settings. What is blank is not there.
 */
export function isConfigured(provider: ProviderVariables, environment: AtHand): boolean {
  return holds(provider, environment, (name) => !setForOtherReasons.has(name));
}

/** Providers that could be called if a variable were meant for them that is set for other reasons too, by that variable. */
export function heldBack(
  providers: readonly ProviderVariables[],
  environment: AtHand,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const provider of providers) {
    const variable = provider.env.find((name) => setForOtherReasons.has(name));
    if (variable === undefined || isConfigured(provider, environment)) continue;
    if (!holds(provider, environment, () => true)) continue;
    found.set(variable, [...(found.get(variable) ?? []), provider.id]);
  }
  return found;
}

function holds(
  provider: ProviderVariables,
  environment: AtHand,
  counts: (secret: string) => boolean,
): boolean {
  if (environment.isDisabled?.(provider.id) === true) return false;
  const isSet = (name: string): boolean => (environment.get(name) ?? "").trim() !== "";
  const own = ownVariables(provider.id);
  if (own.some(isSet)) return true;
  const known = alternativesOf(provider.id);
  if (known !== undefined) return known.some((names) => names.every(isSet));
  const secrets = provider.env.filter(isSecretVariable);
  const others = provider.env.filter((name) => !isSecretVariable(name));
  return secrets.some((name) => counts(name) && isSet(name)) && others.every(isSet);
}

const ownPrefix = "MODELFORGE_";

/** `wafer.ai` → `MODELFORGE_WAFER_AI_API_KEY` and `…_ACCESS_TOKEN`. */
export function ownVariables(providerId: string): string[] {
  const name = providerId.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
  return [`${ownPrefix}${name}_API_KEY`, `${ownPrefix}${name}_ACCESS_TOKEN`];
}

/** Whether any variable is set that could be a credential: without one nobody has to be asked which. */
export function mayHoldCredential(environment: Environment): boolean {
  return environment.names().some(isSecretVariable);
}

/** Ids of the providers a credential is at hand for. */
export function configuredProviders(
  providers: readonly ProviderVariables[],
  environment: AtHand,
): string[] {
  // names on Windows are the same in any case
  const isExact = environment.platform !== "win32";
  const set = new Set(environment.names());
  const hasOwn = [...set].some((name) => name.startsWith(ownPrefix));
  // of hundreds of providers few have any variable that is set
  const mayBe = ({ id, env }: ProviderVariables): boolean =>
    hasOwn || !isExact || Object.hasOwn(alternatives, id) || env.some((name) => set.has(name));
  return providers
    .filter((one) => mayBe(one) && isConfigured(one, environment))
    .map(({ id }) => id);
}
