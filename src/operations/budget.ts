import type { Configuration } from "../config/configuration.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import type { Warning } from "../failure.ts";

type Configured = Pick<Configuration, "find"> | undefined;

export interface Ceilings {
  maxPrice?: number | undefined;
  free?: boolean | undefined;
}

/** What a question says of prices, or the person's budget where it says nothing, and that it counts then. */
export function withinBudget<Input extends Ceilings>(
  input: Input,
  configuration: Configured,
): { input: Input; notes: Warning[] } {
  const leaf = configuration?.find("settings", "budget");
  // a ceiling of the line goes before it, higher or lower
  if (leaf === undefined || input.maxPrice !== undefined || input.free === true)
    return { input, notes: [] };
  const maxPrice = leaf.value as number;
  const message = `only models of at most ${said(maxPrice)}, as settings.budget in ${leaf.file} says; a price on the line goes before it`;
  return { input: { ...input, maxPrice }, notes: [{ code: "settings.budget", message }] };
}

/** That models were asked about by name which the budget would have nobody suggest. */
export function aboveBudget(models: readonly ModelInfo[], configuration: Configured): Warning[] {
  const leaf = configuration?.find("settings", "budget");
  if (leaf === undefined) return [];
  const most = leaf.value as number;
  return models.flatMap(({ ref, price }) =>
    price === null || price.input === null || price.input <= most
      ? []
      : [
          {
            code: "settings.budget",
            message: `${ref} takes ${said(price.input)}, and settings.budget in ${leaf.file} says ${most}`,
          },
        ],
  );
}

const said = (usd: number): string => `${usd} USD per 1M tokens in`;
