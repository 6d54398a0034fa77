import type { ModelInfo } from "../../../catalog/words/model.ts";
import type { CatalogView } from "../../../catalog/view.ts";
import type { Environment } from "../../../system/ports.ts";
import type { Preview, RowLine } from "../picker/contract.ts";
import { clean } from "../../../catalog/words/clean.ts";
import { showCount, showPrice, showTokens } from "../render/numbers.ts";

/** A model as one line of the picker, cleaned. */
export function drawLine(model: ModelInfo, unknown: string): RowLine {
  const { ref, price, limits, releaseDate, status, knowledge, name } = model;
  return {
    ref: clean(ref),
    input: showPrice(price?.input, unknown),
    output: showPrice(price?.output, unknown),
    context: showTokens(limits.context, unknown),
    released: clean(releaseDate ?? unknown),
    status: clean(status ?? ""),
    mostOutput: showTokens(limits.output, unknown),
    knowledge: clean(knowledge ?? unknown),
    name: clean(name),
  };
}

/** A model as a few lines with labels, cleaned, the most asked for first. */
export function drawPreview(
  row: number,
  view: CatalogView,
  { unknown }: { unknown: string },
  environment: Environment,
): Preview {
  const model = view.modelAt(row);
  const { provider, name, modalities, capabilities } = model;
  const details = view.findProvider(provider)?.provider;
  const needs = (details?.env ?? []).map((variable) => needed(variable, environment));
  const fields: [string, string][] = [
    ["ref", model.ref],
    ["price", priceText(model, unknown)],
    ["limits", limitsText(model)],
    ["can", capabilities.join(", ") || unknown],
    ["media", `${modalities.input.join(", ")} to ${modalities.output.join(", ")}`],
    ["needs", needs.join(", ") || "no variable"],
    ["about", aboutText(model)],
    ["offers", offersText(view, model.ref)],
    ["docs", details?.doc ?? unknown],
  ];
  return { title: clean(name), fields: fields.map(([label, text]) => [label, clean(text)]) };
}

function needed(variable: string, environment: Environment): string {
  return `${variable} (${environment.get(variable) === undefined ? "not set" : "set"})`;
}

function priceText({ price }: ModelInfo, unknown: string): string {
  if (price === null) return "not listed";
  const parts = [
    `${showPrice(price.input, unknown)} in`,
    `${showPrice(price.output, unknown)} out`,
  ];
  if (price.cacheRead !== null) parts.push(`${showPrice(price.cacheRead, unknown)} cached`);
  if (price.tiers.length > 0) parts.push("more for long prompts");
  return `${parts.join(", ")}, USD per 1M tokens`;
}

function limitsText({ limits: { context, output } }: ModelInfo): string {
  const show = (tokens: number | null): string => (tokens === null ? "unknown" : showCount(tokens));
  return `${show(context)} tokens of context, ${show(output)} out`;
}

function aboutText({ status, family, releaseDate, knowledge, openWeights }: ModelInfo): string {
  const parts = [
    status?.toUpperCase(),
    releaseDate === null ? "release date unknown" : `released ${releaseDate}`,
    knowledge === null ? undefined : `knowledge until ${knowledge}`,
    family === null ? undefined : `family ${family}`,
    openWeights === true ? "open weights" : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function offersText(view: CatalogView, ref: string): string {
  const entry = view.findModelEntry(ref);
  const others = entry === undefined ? 0 : view.groupOf(entry).members.length - 1;
  if (others === 0) return "nobody else sells it";
  return `${others} other${others === 1 ? "" : "s"} of the same model`;
}
