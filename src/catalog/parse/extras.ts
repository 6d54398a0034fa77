import type { Price } from "../words/price.ts";
import { Notebook } from "./findings.ts";
import { parsePrice } from "./price.ts";
import { baseUrlIn } from "./api-map.ts";
import { isRecord, readText, readTexts, type WireRecord } from "./values.ts";

/** How reasoning is asked for; empty and null where the model does not say or cannot. */
export interface ReasoningControls {
  efforts: string[];
  /** Tokens it may spend on thinking. */
  budget: { min: number | null; max: number | null } | null;
  canBeSwitchedOff: boolean;
}

/** Another way to be served, at another price: `fast`. */
export interface ServingMode {
  name: string;
  price: Price | null;
}

/** What only a detailed look at one model needs; read from its record when asked for. */
export interface ModelExtras {
  reasoning: ReasoningControls;
  modes: ServingMode[];
  /** Where this model is called in another way than its provider's others. */
  npm: string | null;
  api: string | null;
}

export function parseExtras(wire: unknown): ModelExtras {
  const notebook = new Notebook();
  const record = isRecord(wire) ? wire : {};
  const override = isRecord(record.provider) ? record.provider : {};
  return {
    reasoning: readControls(record, notebook),
    modes: readModes(record.experimental, notebook),
    npm: readText(override.npm, "model.provider.npm", notebook),
    api: readText(override.api, "model.provider.api", notebook) ?? baseUrlIn(record.api),
  };
}

function readControls(
  { reasoning_options: options, capabilities }: WireRecord,
  notebook: Notebook,
): ReasoningControls {
  const path = "model.reasoning_options[].values";
  const controls: ReasoningControls = { efforts: [], budget: null, canBeSwitchedOff: false };
  if (isRecord(capabilities) && isRecord(capabilities.reasoning)) {
    controls.efforts = readTexts(capabilities.reasoning.effort, path, notebook);
  }
  for (const option of Array.isArray(options) ? options : []) {
    if (!isRecord(option)) continue;
    if (option.type === "effort") {
      controls.efforts = readTexts(option.values, path, notebook);
    } else if (option.type === "budget_tokens") {
      const bound = (tokens: unknown): number | null =>
        typeof tokens === "number" ? tokens : null;
      controls.budget = { min: bound(option.min), max: bound(option.max) };
    } else if (option.type === "toggle") controls.canBeSwitchedOff = true;
  }
  return controls;
}

function readModes(value: unknown, notebook: Notebook): ServingMode[] {
  const modes = isRecord(value) && isRecord(value.modes) ? value.modes : {};
  return Object.entries(modes).map(([name, mode]) => ({
    name,
    price: isRecord(mode) ? parsePrice(mode.cost, notebook) : null,
  }));
}
