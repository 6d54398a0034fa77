import type { UseCaseName } from "../../catalog/recommend/use-cases.ts";
import type { Recommendation } from "../../catalog/recommend/recommendation.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { ConfigAdded } from "../config-added.ts";
import { configurationOf } from "../configuration-of.ts";
import type { Operation, OperationContext, OperationOptions, Outcome } from "../operation.ts";
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
 * Passed over is what a provider's address lacks something for. Throws `credential.missing` where nobody could be called,
 * `model.not-found` where no model is left.
 */
export const chooseAndAdd =
  ({ recommend, add }: Steps): Operation<ConfigAddAutoInput, ConfigAddedAuto> =>
  async (given, input, options) => {
    const context = { ...given, configuration: configurationOf(given) };
    const { result, warnings } = await chosenFrom(recommend, context, input, options);
    const plan = result.recommendations.slice(0, mostLookedAt).map(planned);
    const { values = [], alias, project = false, dryRun = false } = input;
    for (const one of plan) {
      const wanted: Adding = {
        model: one.ref,
        values,
        use: true,
        project,
        dryRun,
        ...(alias === undefined ? {} : { alias }),
      };
      const added = await orPassedOver(() => add(context, wanted, options));
      if (typeof added === "string") {
        one.passedOver = added;
        continue;
      }
      one.chosen = true;
      return {
        ...added,
        result: { ...added.result, plan },
        warnings: [...warnings, ...added.warnings],
      };
    }
    throw noneLeft(result, plan, input.any === true);
  };

async function chosenFrom(
  recommend: Steps["recommend"],
  context: OperationContext,
  { useCase, budget, provider, any = false }: ConfigAddAutoInput,
  options: OperationOptions,
): Promise<{ result: Chosen; warnings: Warning[] }> {
  const { result, warnings } = await recommend(
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
  const isNobody = warnings.some(({ code }) => code === "configured.none");
  if (isNobody) throw nobody();
  return { result, warnings };
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

/** What an address lacks is no failure while there is another model. */
async function orPassedOver(
  add: () => Promise<Outcome<ConfigAdded>>,
): Promise<Outcome<ConfigAdded> | string> {
  try {
    return await add();
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { details, message } = error;
    if (details.missing !== undefined || details.why !== undefined) return message;
    throw error;
  }
}

function nobody(): ModelForgeError {
  return new ModelForgeError("credential.missing", {
    message: "no provider could be called now: no credential is at hand",
    hint: "modelforge auth login <provider> keeps one; --any chooses among all providers",
    details: { configured: [] },
  });
}

function noneLeft(
  { removed }: Chosen,
  plan: readonly PlannedModel[],
  isAny: boolean,
): ModelForgeError {
  const [first] = plan;
  return new ModelForgeError("model.not-found", {
    message:
      first === undefined
        ? "no model meets all of that"
        : `no model could be set up: ${first.passedOver}`,
    hint:
      first === undefined
        ? `modelforge recommend says what ruled them out${isAny ? "" : "; --any looks at all providers"}`
        : "--value says what an address lacks; modelforge config add <model> --value NAME=<value>",
    details: { removed, plan },
  });
}
