import { providerId } from "../../catalog/query/provider-id.ts";
import type { Recommendation } from "../../catalog/recommend/recommendation.ts";
import type { UseCaseName } from "../../catalog/recommend/use-cases.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import type { Configuration } from "../../config/configuration.ts";
import { type NotCallable, whyNotCallable } from "../../credentials/from-environment.ts";
import { ModelForgeError, retold, type Warning } from "../../failure.ts";
import { templateOf } from "../../providers/template.ts";
import { atHand } from "../at-hand.ts";
import type { ConfigAdded } from "../config-added.ts";
import { configurationOf } from "../configuration-of.ts";
import { givenValues } from "../given-values.ts";
import { leftOut, remedyFor } from "../left-out.ts";
import type { Operation, OperationContext, OperationOptions, Outcome } from "../operation.ts";
import { providerSettings } from "../provider-settings.ts";
import type { ConfigAddAutoInput } from "./input.ts";

/** A model that was considered, best first. */
export interface PlannedModel {
  ref: string;
  name: string;
  /** Why it stands there. */
  reasons: string[];
  chosen: boolean;
  /** Why it was passed over; null where it was not. */
  passedOver: string | null;
}

export interface ConfigAddedAuto extends ConfigAdded {
  plan: PlannedModel[];
}

/** What is known of a choice. */
interface Chosen {
  recommendations: Recommendation[];
  removed: unknown[];
}

interface Wish {
  configured: boolean;
  limit: number;
  useCase?: UseCaseName;
  maxPrice?: number;
  provider?: string[];
}

interface Adding {
  model: string;
  values: string[];
  use: boolean;
  project: boolean;
  dryRun: boolean;
  alias?: string;
}

/** The two questions it is made of. */
export interface Steps {
  recommend: Operation<Wish, Chosen>;
  add: Operation<Adding, ConfigAdded>;
}

// behind these nobody looks for one whose address is complete
const mostLookedAt = 5;

/**
 * Chooses a model as `recommend-models` does, among the providers that could be called now, and adds it as the one in use.
 * Passed over is what a provider's address lacks something for, and who is switched off. Throws `credential.missing` where
 * nobody could be called, `model.not-found` where no model is left, and what adding throws where nobody is left.
 */
export const chooseAndAdd =
  ({ recommend, add }: Steps): Operation<ConfigAddAutoInput, ConfigAddedAuto> =>
  async (told, input, options) => {
    const given = givenValues(input.values ?? []);
    const configuration = configurationOf(told);
    const context = { ...told, configuration, given };
    if (given.size > 0) await checkTaken(context, input, options);
    const { result, warnings } = await chosenFrom(recommend, context, input, options);
    const plan = result.recommendations.slice(0, mostLookedAt).map(planned);
    const { isDisabled } = await atHand(context);
    let first: ModelForgeError | undefined;
    for (const one of plan) {
      const provider = splitRef(one.ref)?.provider ?? "";
      const added = await orPassedOver(async () => {
        if (isDisabled?.(provider) === true)
          throw notCallable([{ provider, why: "disabled", missing: [] }], configuration);
        return addWith(add, context, wantedOf(input, one.ref), options);
      }, given);
      if (added instanceof ModelForgeError) {
        first ??= added;
        one.passedOver = added.message;
        continue;
      }
      one.chosen = true;
      return {
        ...added,
        result: { ...added.result, plan },
        warnings: [...warnings, ...added.warnings],
      };
    }
    if (first !== undefined) throw retold(first, { details: { ...first.details, plan } });
    throw noneLeft(result, warnings);
  };

function wantedOf({ values = [], alias, project, dryRun }: ConfigAddAutoInput, model: string) {
  const how = { use: true, project: project ?? false, dryRun: dryRun ?? false };
  return { model, values, ...how, ...(alias === undefined ? {} : { alias }) };
}

async function chosenFrom(
  recommend: Steps["recommend"],
  context: OperationContext & { configuration: Configuration },
  { useCase, budget, provider, any = false }: ConfigAddAutoInput,
  options: OperationOptions,
): Promise<{ result: Chosen; warnings: Warning[] }> {
  const chosen = await recommend(
    context,
    {
      configured: !any,
      limit: mostLookedAt,
      ...(useCase === undefined ? {} : { useCase }),
      ...(budget === undefined ? {} : { maxPrice: budget }),
      ...(provider === undefined ? {} : { provider }),
    },
    options,
  );
  if (any || chosen.result.recommendations.length > 0) return chosen;
  const having = await atHand(context);
  const { result: reasons } = await context.access.ask(options, (view) =>
    consideredIn(view, provider).map((one) => whyNotCallable(one, having)),
  );
  // a model is missing where somebody could be called
  if (reasons.includes(undefined)) return chosen;
  const all = reasons.filter((one) => one !== undefined);
  const isNamed = provider !== undefined && provider.length > 0;
  throw notCallable(
    isNamed ? all : all.filter(({ why }) => why !== "credential"),
    context.configuration,
  );
}

/** Those that are named, or all. */
function consideredIn(view: CatalogView, named: readonly string[] = []): ProviderInfo[] {
  const ids = new Set(named.map((name) => providerId(name, view)));
  const all = view.providers();
  return ids.size === 0 ? all : all.filter(({ id }) => ids.has(id));
}

/** Throws `usage.bad-value` for a value that no address of a provider has a place for. */
async function checkTaken(
  { access, machine, configuration, given }: OperationContext,
  { provider }: ConfigAddAutoInput,
  options: OperationOptions,
): Promise<void> {
  const { result: known } = await access.ask(options, (view) =>
    consideredIn(view, provider).flatMap((one) => {
      const { baseUrl } = providerSettings(configuration, machine.environment, one.id);
      const nothing = { valueOf: () => undefined, isSecret: () => false };
      return templateOf(one, nothing, baseUrl).values.map(({ name }) => name);
    }),
  );
  const unknown = [...(given?.keys() ?? [])].find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `no address ${provider === undefined ? "of a provider" : `of ${provider.join(", ")}`} has ${unknown} in it`,
    hint: "modelforge providers info <provider> --template shows what an address takes",
    details: { field: "values", value: unknown },
  });
}

/** What is for another provider's address is left out, and said. */
async function addWith(
  add: Steps["add"],
  context: OperationContext,
  wanted: Adding,
  options: OperationOptions,
): Promise<Outcome<ConfigAdded>> {
  const unused: string[] = [];
  for (;;) {
    const isUsed = (pair: string): boolean => !unused.some((name) => isOf(pair, name));
    const values = wanted.values.filter(isUsed);
    try {
      const { result, ...others } = await add(context, { ...wanted, values }, options);
      const notes = unused.map((name) => `${result.added.ref} takes no ${name}: it was not kept`);
      return { ...others, result: { ...result, notes: [...result.notes, ...notes] } };
    } catch (error) {
      const name = error instanceof ModelForgeError ? error.details.value : undefined;
      if (typeof name !== "string" || !values.some((pair) => isOf(pair, name))) throw error;
      unused.push(name);
    }
  }
}

function isOf(pair: string, name: string): boolean {
  return pair.split("=", 1)[0]?.trim() === name;
}

function planned({ model, reasons }: Recommendation): PlannedModel {
  return {
    ref: model.ref,
    name: model.name,
    reasons: reasons.map(({ text }) => text),
    chosen: false,
    passedOver: null,
  };
}

/** What an address lacks is no failure while there is another model, but for what was given for it. */
async function orPassedOver(
  add: () => Promise<Outcome<ConfigAdded>>,
  given: ReadonlyMap<string, string>,
): Promise<Outcome<ConfigAdded> | ModelForgeError> {
  try {
    return await add();
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { code, details } = error;
    const missing = Array.isArray(details.missing) ? details.missing.map(String) : [];
    const lacks = missing.length > 0 && !missing.some((name) => given.has(name));
    if (lacks || details.why !== undefined || code === "credential.missing") return error;
    throw error;
  }
}

const mostRemedies = 3;

function notCallable(all: readonly NotCallable[], configuration: Configuration): ModelForgeError {
  const why = all.length > 0 ? leftOut(all).join("; ") : "no credential is at hand";
  const remedies = all.slice(0, mostRemedies).map((one) => remedyFor(one, configuration));
  return new ModelForgeError("credential.missing", {
    message: `no provider could be called now: ${why}`,
    hint: remedies.length > 0 ? remedies.join("; ") : "modelforge auth login <provider> keeps one",
    details: { configured: [], left: all },
  });
}

function noneLeft({ removed }: Chosen, warnings: readonly Warning[]): ModelForgeError {
  const failure = new ModelForgeError("model.not-found", {
    message: "no model meets all of that",
    hint: "modelforge recommend says what ruled them out",
    details: { removed, plan: [] },
  });
  // a ceiling that nobody typed may be why
  failure.warnings.push(...warnings);
  return failure;
}
