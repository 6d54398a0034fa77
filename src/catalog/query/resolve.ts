import { ModelForgeError } from "../../failure.ts";
import {
  type Capability,
  capabilityWords,
  findCapability,
  type Modality,
  modalities,
} from "../words/capability.ts";
import type { Usage } from "../cost/usage.ts";
import { readDate } from "../words/dates.ts";
import { statuses } from "../words/model.ts";
import { nearest } from "../words/nearest.ts";
import type { CatalogView } from "../view.ts";
import type { ModelFilter } from "./filter.ts";

/** A filter as a person or program writes it: names forgiven, capabilities by any of their words. */
export interface FilterInput {
  provider?: string[];
  notProvider?: string[];
  capability?: string[];
  without?: string[];
  inputModality?: string[];
  outputModality?: string[];
  /** USD per 1,000,000 input tokens. */
  maxPrice?: number;
  /** USD per 1,000,000 output tokens. */
  maxOutputPrice?: number;
  /** USD for `usage` times `requests`. */
  maxCost?: number;
  usage?: Usage;
  /** Requests that `maxCost` has to pay for; 1 if not given. */
  requests?: number;
  free?: boolean;
  /** Tokens. */
  minContext?: number;
  minOutput?: number;
  /** `YYYY-MM-DD` or `YYYY-MM`, inclusive. */
  releasedAfter?: string;
  releasedBefore?: string;
  knowledgeAfter?: string;
  family?: string[];
  openWeights?: boolean;
  /** `alpha`, `beta`, `deprecated`, `stable`, `all`. */
  status?: string[];
  /** Only providers a credential is at hand for. */
  configured?: boolean;
  includeUnpriced?: boolean;
}

/**
 * Turns names into the catalog's own.
 *
 * Throws `provider.not-found` and `usage.bad-value`, naming the nearest.
 */
export function resolveFilter(
  input: FilterInput,
  view: CatalogView,
  configuredProviders: () => string[],
): ModelFilter {
  const { provider, notProvider, capability, without, inputModality, outputModality } = input;
  const { maxCost, usage, requests, status, family, configured, ...plain } = input;
  const filter: ModelFilter = {};
  copyPlain(plain, filter);
  if (provider !== undefined) filter.provider = provider.map((name) => providerId(name, view));
  if (notProvider !== undefined) {
    filter.notProvider = notProvider.map((name) => providerId(name, view));
  }
  if (capability !== undefined)
    filter.capability = capability.map((word) => readCapability(word, "capability"));
  if (without !== undefined)
    filter.without = without.map((word) => readCapability(word, "without"));
  if (inputModality !== undefined) {
    filter.inputModality = inputModality.map((word) => readModality(word, "inputModality"));
  }
  if (outputModality !== undefined) {
    filter.outputModality = outputModality.map((word) => readModality(word, "outputModality"));
  }
  if (family !== undefined) filter.family = family.map((name) => familyName(name, view));
  if (status !== undefined) filter.status = status.map((name) => readStatus(name, view));
  if (configured === true) filter.configured = configuredProviders();
  if (maxCost !== undefined) {
    if (usage === undefined) throw usageMissing();
    filter.maxCost = { usd: maxCost, usage, requests: requests ?? 1 };
  }
  return filter;
}

const plainKeys = [
  "maxPrice",
  "maxOutputPrice",
  "free",
  "minContext",
  "minOutput",
  "openWeights",
  "includeUnpriced",
] as const;
const dateKeys = ["releasedAfter", "releasedBefore", "knowledgeAfter"] as const;

function copyPlain(input: FilterInput, filter: ModelFilter): void {
  for (const key of plainKeys) {
    const value = input[key];
    if (value !== undefined) Object.assign(filter, { [key]: value });
  }
  for (const key of dateKeys) {
    const value = input[key];
    if (value === undefined) continue;
    const date = readDate(value);
    if (date === null) {
      throw new ModelForgeError("usage.bad-value", {
        message: `not a date: ${value}`,
        hint: "write it as 2026-05-01 or 2026-05",
        details: { value, field: key, given: value },
      });
    }
    filter[key] = date;
  }
}

/** The catalog's own id of a provider. Throws `provider.not-found`. */
export function providerId(name: string, view: CatalogView): string {
  const found = view.findProvider(name);
  if (found !== undefined) return found.provider.id;
  const all = view.providers();
  const close = nearest(
    name,
    all.map(({ id }) => id),
  );
  throw new ModelForgeError("provider.not-found", {
    message: `no provider ${name} in the catalog`,
    hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : "modelforge providers lists all",
    details: { provider: name, nearest: close },
  });
}

function readCapability(word: string, field: keyof FilterInput): Capability {
  const found = findCapability(word);
  if (found !== undefined) return found;
  throw badWord("capability", field, word, capabilityWords());
}

function readModality(word: string, field: keyof FilterInput): Modality {
  const found = modalities.find((modality) => modality === word.trim().toLowerCase());
  if (found !== undefined) return found;
  throw badWord("modality", field, word, modalities);
}

function readStatus(word: string, view: CatalogView): string {
  const known = [...new Set([...statuses, ...view.columns.statuses, "stable", "all"])];
  const found = known.find((status) => status === word.trim().toLowerCase());
  if (found !== undefined) return found;
  throw badWord("status", "status", word, known);
}

function familyName(word: string, view: CatalogView): string {
  const { families } = view.columns;
  const lower = word.trim().toLowerCase();
  const found = families.find((family) => family.toLowerCase() === lower);
  if (found !== undefined) return found;
  throw badWord("family", "family", word, families);
}

function badWord(
  kind: string,
  field: keyof FilterInput,
  word: string,
  known: readonly string[],
): ModelForgeError {
  const close = nearest(word, known);
  const hint =
    close.length > 0
      ? `did you mean ${close.join(", ")}?`
      : `known: ${known.slice(0, 20).join(", ")}${known.length > 20 ? ", …" : ""}`;
  return new ModelForgeError("usage.bad-value", {
    message: `no ${kind} ${word}`,
    hint,
    details: { [kind]: word, field, given: word, nearest: close },
  });
}

function usageMissing(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "a ceiling on the cost needs a usage",
    hint: "add --input 40k --output 2k, and --requests 1000/day if it is not for one request",
  });
}
