import { isSecretVariable } from "../catalog/words/secret-variable.ts";
import { ownEntry } from "../catalog/words/own-entry.ts";
import type { ProviderVariables } from "../catalog/words/provider.ts";
import type { CloudSeen } from "./cloud/chain.ts";
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

// the cloud's own programs find what they name, and whether it is there
const ofChains: ReadonlySet<string> = new Set(["GOOGLE_APPLICATION_CREDENTIALS"]);

// a key of theirs says by itself whose project it is of
const keyIsEnough: ReadonlySet<string> = new Set(["google-vertex", "google-vertex-anthropic"]);

/** Whether a variable only says where a cloud's own programs find a credential. */
export function isOfChain(variable: string): boolean {
  return ofChains.has(variable);
}

/** Of a provider with variables that are needed together: which go together. */
export function alternativesOf(providerId: string): string[][] | undefined {
  return ownEntry(alternatives, providerId);
}

export function isSetForOtherReasons(variable: string): boolean {
  return setForOtherReasons.has(variable);
}

/** What there is to call providers with. */
export interface AtHand extends Environment {
  /** The variables that the person said hold the key of a provider, behind those of the catalog. */
  named?(provider: string): readonly string[] | undefined;
  /** Whether the person said that a provider is not to be used. */
  isDisabled?(provider: string): boolean;
  /** Whether the person said nothing of a provider and wants none found; absent: all that is there counts. */
  isUnasked?(provider: string): boolean;
  /** Whether a credential may go where the person said that a provider is called; absent: they said no address. */
  mayGo?(provider: string, variable: string | undefined): boolean;
  /** Whether the person said where it is called, so that nothing else has to say that. */
  isPlaced?(provider: string): boolean;
  /** Whether it is called at a server of the person's own, which takes calls without a credential. */
  isOpen?(provider: string): boolean;
  /** What is wrong with what its settings say, so that its credential goes nowhere; null: nothing, or nobody looked. */
  whyNowhere?(provider: string, variable: string | undefined): string | null;
  /** What clouds' own programs would find by themselves; absent: nothing hints at any. */
  clouds?: CloudSeen;
}

/** Why a provider could not be called now. */
export interface NotCallable {
  provider: string;
  /** `address`: where it is called may not have its credential. `unasked`: it is merely found. */
  why: "credential" | "disabled" | "unasked" | "address" | "settings" | "unfit";
  /** The settings that are not there. */
  missing: string[];
  /** Of `unfit`: what is wrong with what is there. */
  wrong?: string;
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
  return reasonAgainst(provider, environment, counts) === undefined;
}

/** Undefined for a provider that could be called now. */
export function whyNotCallable(
  provider: ProviderVariables,
  environment: AtHand,
): NotCallable | undefined {
  const reason = reasonAgainst(provider, environment, (name) => !setForOtherReasons.has(name));
  return reason && { provider: provider.id, missing: [], ...reason };
}

/** The variable that holds the credential of a provider, ours in place of one that is stored. */
export function heldIn(
  { id, env }: ProviderVariables,
  environment: Pick<AtHand, "get" | "named">,
  counts: (secret: string) => boolean = (name) => !setForOtherReasons.has(name),
): string | undefined {
  const isSet = isSetIn(environment);
  const own = ownVariables(id).find(isSet);
  const together = alternativesOf(id);
  const named = environment.named?.(id) ?? [];
  const theirs =
    together === undefined
      ? [...env, ...named].find((name) => isKey(name) && counts(name) && isSet(name))
      : together.find((names) => names.every(isSet))?.[0];
  return own ?? theirs;
}

function reasonAgainst(
  { id, env }: ProviderVariables,
  environment: AtHand,
  counts: (secret: string) => boolean,
): (Pick<NotCallable, "why"> & Partial<NotCallable>) | undefined {
  const held = heldIn({ id, env }, environment, counts);
  const isOpen = environment.isOpen?.(id) === true;
  const isNone = held === undefined && !isSeen(id, environment);
  if (isNone && !isOpen) return { why: "credential" };
  if (environment.isDisabled?.(id) === true) return { why: "disabled" };
  // whoever keeps one for ModelForge has asked for it
  const isKept = held !== undefined && ownVariables(id).includes(held);
  if (!isNone && !isKept && environment.isUnasked?.(id) === true) return { why: "unasked" };
  const mayGo = !isNone && environment.mayGo?.(id, held) !== false;
  // what may not go to a server of one's own is left out of the call
  if (!mayGo) return isOpen ? undefined : { why: "address" };
  const isPair = alternativesOf(id)?.some((names) => names.length > 1 && names[0] === held);
  // what signs a request takes the settings, whatever the address says
  const isByKey = held !== undefined && isPair !== true;
  const isEnough = isByKey && (keyIsEnough.has(id) || environment.isPlaced?.(id) === true);
  const isSet = isSetIn(environment);
  const missing = isEnough ? [] : env.filter((name) => !isSecretVariable(name) && !isSet(name));
  if (missing.length > 0) return { why: "settings", missing };
  const wrong = environment.whyNowhere?.(id, held) ?? null;
  return wrong === null ? undefined : { why: "unfit", wrong };
}

function isSeen(id: string, { clouds }: AtHand): boolean {
  return (clouds?.chains.get(id)?.source ?? null) !== null;
}

function isKey(variable: string): boolean {
  return isSecretVariable(variable) && !isOfChain(variable);
}

function isSetIn({ get }: Pick<Environment, "get">): (name: string) => boolean {
  return (name) => (get(name) ?? "").trim() !== "";
}

const ownPrefix = "MODELFORGE_";

/** `wafer.ai` → `MODELFORGE_WAFER_AI_API_KEY` and `…_ACCESS_TOKEN`. */
export function ownVariables(providerId: string): string[] {
  const name = providerId.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
  return [`${ownPrefix}${name}_API_KEY`, `${ownPrefix}${name}_ACCESS_TOKEN`];
}

/** Whether anything is there that could be a credential: without, nobody has to be asked which. */
export function mayHoldCredential(environment: AtHand): boolean {
  return (environment.clouds?.chains.size ?? 0) > 0 || environment.names().some(isSecretVariable);
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
    hasOwn ||
    !isExact ||
    isSeen(id, environment) ||
    environment.isOpen?.(id) === true ||
    Object.hasOwn(alternatives, id) ||
    env.some((name) => set.has(name)) ||
    environment.named?.(id)?.some((name) => set.has(name)) === true;
  return providers
    .filter((one) => mayBe(one) && isConfigured(one, environment))
    .map(({ id }) => id);
}
