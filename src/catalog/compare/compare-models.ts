import { capabilities } from "../words/capability.ts";
import { hasCapability } from "../words/lost-values.ts";
import { isBound } from "../cost/unlisted.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import { fitOfUsage } from "../cost/fit.ts";
import type { Requests, Usage } from "../cost/usage.ts";
import { dateKey } from "../words/dates.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import { benchmarkLines } from "./benchmark-lines.ts";
import { type ComparedLine, type LineValue, line } from "./line.ts";

/** A model as it is compared: its row, and what is known of it whoever sells it. */
export interface Compared {
  model: ModelRow;
  facts: ModelFacts | null;
  /** What it lists is 0 because it is sold in a plan, or runs on one's own machine: never the lowest price. */
  isApart?: boolean;
}

/**
 * Models side by side, one line per property, the best of each line marked: the lowest price and cost in USD,
 * the largest limit in tokens, the latest date, the highest score, what one can do and another cannot.
 * What cannot take the usage has no best cost. Lines in which nobody has a value are left out.
 */
export function compareModels(
  compared: readonly Compared[],
  usage?: Usage,
  requests?: Requests,
): ComparedLine[] {
  const models = compared.map(({ model }) => model);
  const isPriced = (position: number): boolean => compared[position]?.isApart !== true;
  const lines = [
    ...costLines(models, isPriced, usage, requests),
    ...fitLines(models, usage),
    ...priceLines(models, isPriced),
    ...limitLines(models),
    ...abilityLines(models),
    ...dateLines(models),
    ...benchmarkLines(compared),
    ...factLines(compared),
  ];
  return lines.filter(({ values, atLeast = [] }) =>
    [...values, ...atLeast].some((value) => value !== null),
  );
}

function costLines(
  models: readonly ModelRow[],
  isPriced: (position: number) => boolean,
  usage?: Usage,
  requests?: Requests,
): ComparedLine[] {
  if (usage === undefined) return [];
  const fits = models.map(({ limits }) => fitOfUsage(limits, usage).fits);
  const costs = models.map((model) => estimateCost(model, usage, requests));
  const mayBeBest = (at: number): boolean => isPriced(at) && fits[at] !== false;
  const of = (name: string, key: "perRequest" | "perDay" | "perMonth"): ComparedLine => {
    const values = costs.map((cost) => (cost.complete ? cost[key] : null));
    const bounds = costs.map((cost) =>
      cost.complete || !isBound(cost.unknown) ? null : cost[key],
    );
    const own = line(name, "usd", values, "lower", mayBeBest);
    return bounds.every((bound) => bound === null) ? own : { ...own, atLeast: bounds };
  };
  return [
    of("cost per request", "perRequest"),
    of("cost per day", "perDay"),
    of("cost per month", "perMonth"),
  ];
}

function fitLines(models: readonly ModelRow[], usage?: Usage): ComparedLine[] {
  if (usage === undefined) return [];
  const said = models.map(({ limits }) => {
    const { fits, exceeds } = fitOfUsage(limits, usage);
    if (fits === null) return null;
    return fits ? "yes" : `no: ${exceeds.join(", ")}`;
  });
  return [line("fits", "text", said, "neither")];
}

const prices = [
  ["input", "input price"],
  ["cacheRead", "cached input price"],
  ["cacheWrite", "cache write price"],
  ["output", "output price"],
  ["reasoning", "reasoning price"],
  ["inputAudio", "audio in price"],
  ["outputAudio", "audio out price"],
] as const;

function priceLines(
  models: readonly ModelRow[],
  isPriced: (position: number) => boolean,
): ComparedLine[] {
  const thresholds = new Set(
    models.flatMap(({ price }) => (price?.tiers ?? []).map(({ aboveTokens }) => aboveTokens)),
  );
  const base = prices.map(([key, name]) =>
    line(
      name,
      "usd-per-million",
      models.map(({ price }) => price?.[key] ?? null),
      "lower",
      isPriced,
    ),
  );
  const tiers = [...thresholds]
    .sort((a, b) => a - b)
    .flatMap((aboveTokens) =>
      prices.map(([key, name]) =>
        line(
          `${name} above ${aboveTokens} tokens`,
          "usd-per-million",
          models.map((model) => tierPrice(model, aboveTokens, key)),
          "lower",
          isPriced,
        ),
      ),
    );
  return [...base, ...tiers];
}

/** Only where the model has that very tier: elsewhere the base price holds. */
function tierPrice(
  { price }: ModelRow,
  aboveTokens: number,
  key: (typeof prices)[number][0],
): number | null {
  const tier = price?.tiers.find((one) => one.aboveTokens === aboveTokens);
  return tier?.[key] ?? null;
}

function limitLines(models: readonly ModelRow[]): ComparedLine[] {
  const of = (key: "context" | "input" | "output"): LineValue[] =>
    models.map(({ limits }) => limits[key]);
  return [
    line("context", "tokens", of("context"), "higher"),
    line("input limit", "tokens", of("input"), "higher"),
    line("output limit", "tokens", of("output"), "higher"),
  ];
}

function abilityLines(models: readonly ModelRow[]): ComparedLine[] {
  return [
    line(
      "takes",
      "words",
      models.map((model) => media(model, "input")),
      "neither",
    ),
    line(
      "gives",
      "words",
      models.map((model) => media(model, "output")),
      "neither",
    ),
    ...capabilities.map((capability) =>
      line(
        capability,
        "yes-no",
        models.map((model) => hasCapability(model, capability)),
        "higher",
      ),
    ),
  ];
}

/** `null` for a model of one's own: nothing says it. */
function media({ modalities, origin }: ModelRow, way: "input" | "output"): string[] | null {
  const named = modalities[way];
  return named.length === 0 && origin === "config" ? null : named;
}

function dateLines(models: readonly ModelRow[]): ComparedLine[] {
  const latest = (name: string, of: (model: ModelRow) => string | null): ComparedLine => {
    const dates = models.map(of);
    // a month is as early as its first day
    const keys = dates.map((date) => dateKey(date) || null);
    return {
      ...line(name, "date", dates, "neither"),
      best: line(name, "date", keys, "higher").best,
    };
  };
  return [
    latest("released", ({ releaseDate }) => releaseDate),
    latest("updated", ({ lastUpdated }) => lastUpdated),
    latest("knowledge until", ({ knowledge }) => knowledge),
    line(
      "status",
      "text",
      models.map(({ status }) => status),
      "neither",
    ),
    line(
      "family",
      "text",
      models.map(({ family }) => family),
      "neither",
    ),
  ];
}

function factLines(compared: readonly Compared[]): ComparedLine[] {
  return [
    line(
      "licence",
      "text",
      compared.map(({ facts }) => facts?.license ?? null),
      "neither",
    ),
  ];
}
