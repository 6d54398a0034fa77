import type { ModelRow } from "../../words/model.ts";

/** What a row gives away of its kind. */
export interface Traits {
  /** Id, name and family in lower case, a space before and behind. */
  text: string;
  takes: readonly string[];
  gives: readonly string[];
  /** `null`: unknown. */
  context: number | null;
  output: number | null;
  /** Priced for what it reads and free for what it answers. */
  onlyInputCosts: boolean;
  /** Calls tools or thinks before it answers. */
  acts: boolean;
}

export function traitsOf(model: ModelRow): Traits {
  const { id, name, family, modalities, limits, price, capabilities } = model;
  return {
    text: ` ${id} ${name} ${family ?? ""} `.toLowerCase(),
    takes: modalities.input,
    gives: modalities.output,
    context: limits.context || null,
    output: limits.output || null,
    onlyInputCosts: (price?.input ?? 0) > 0 && price?.output === 0,
    acts: capabilities.includes("tools") || capabilities.includes("reasoning"),
  };
}
