import { hasCapability } from "../catalog/words/lost-values.ts";
import type { Capability } from "../catalog/words/capability.ts";
import type { Limits, ModelRow } from "../catalog/words/model.ts";

/** What a model lacks of what is needed, or may lack. */
export interface Lacking {
  capability: Capability;
  /** Whether it is known that the model lacks it. */
  isSure: boolean;
  message: string;
}

/** `alias`: whose need it is. */
export function lackingOf(alias: string, needs: readonly Capability[], model: ModelRow): Lacking[] {
  return needs.flatMap((capability) => {
    const has = hasCapability(model, capability);
    if (has === true) return [];
    const what =
      has === null ? `nobody knows whether ${model.ref} has it` : `${model.ref} does not have it`;
    const message = `${alias} needs ${capability}, and ${what}`;
    return [{ capability, isSure: has === false, message }];
  });
}

/** A parameter that a model does not take, or not so much of it. */
export interface Misfit {
  code: "config.above-limit" | "config.unused-parameter";
  /** Below the parameters. */
  path: string[];
  message: string;
}

/** As other programs call sizes, by the limit of a model that they are held to. */
const sizes = new Map<string, keyof Limits>([
  ...named("output" as const, "max_tokens", "maxTokens", "max_output_tokens", "maxOutputTokens"),
  ...named("output" as const, "max_completion_tokens", "budget_tokens", "budgetTokens"),
  ...named("input" as const, "max_input_tokens", "maxInputTokens"),
  ...named("context" as const, "num_ctx", "n_ctx", "context_length"),
]);

/** The same of what goes with a capability alone. */
const abilities = new Map<string, Capability>([
  ...named("temperature" as const, "temperature"),
  ...named("reasoning" as const, "reasoning_effort", "reasoningEffort"),
]);

// deeper no program looks for them
const deepest = 4;

/** What of parameters goes beyond a model, `extra_body.max_tokens` among them. */
export function misfitsOf(parameters: unknown, model: ModelRow, path: string[] = []): Misfit[] {
  if (typeof parameters !== "object" || parameters === null || path.length > deepest) return [];
  return Object.entries(parameters).flatMap(([name, value]): Misfit[] => {
    const inside = [...path, name];
    const shown = inside.join(".");
    const limit = sizes.get(name);
    if (limit !== undefined && typeof value === "number") {
      const most = model.limits[limit];
      if (most === null || value <= most) return [];
      const message = `${shown} is ${value}, and ${model.ref} takes ${most}`;
      return [{ code: "config.above-limit", path: inside, message }];
    }
    const ability = abilities.get(name);
    if (ability !== undefined && value !== null && hasCapability(model, ability) === false) {
      const message = `${shown} is set, and ${model.ref} takes none`;
      return [{ code: "config.unused-parameter", path: inside, message }];
    }
    return misfitsOf(value, model, inside);
  });
}

function named<Value>(value: Value, ...names: string[]): [string, Value][] {
  return names.map((name) => [name, value]);
}
