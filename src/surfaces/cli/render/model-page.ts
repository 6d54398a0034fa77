import { mostSellers } from "../../../catalog/words/sellers.ts";
import type { ModelInfo } from "../../../catalog/words/model.ts";
import { sayFigure, sayLabel } from "../../../catalog/words/quality.ts";
import type { Price } from "../../../catalog/words/price.ts";
import type { ModelDetails } from "../../../operations/model-info/model-info.ts";
import type { CliContext } from "../context.ts";
import { shellWord } from "../../../catalog/words/shell-word.ts";
import { clean } from "../../../catalog/words/clean.ts";
import type { Drawn } from "./drawn.ts";
import { showCount, showNumber, showPrice, showTokens } from "./numbers.ts";
import { noteHidden } from "../printed-text.ts";
import { Page } from "./page.ts";
import type { Style } from "./style.ts";
import { tableLines } from "./table.ts";

const mostBenchmarks = 12;

/** One model as a product page. */
export async function renderModelPage(model: ModelDetails, context: CliContext): Promise<Drawn> {
  const { style, width, machine } = context;
  const hidden: string[] = [];
  const page = new Page(style);
  page.title(model.name, model.ref);
  page.say(headline(model));
  if (model.configured !== undefined)
    page.say(`as your configuration says: ${model.configured.join(", ")}`);
  addPrice(page, model);
  page.section("Limits");
  const tokens = (value: number | null): string =>
    value === null ? "unknown" : `${showCount(value)} tokens`;
  page.fields([
    ["context", tokens(model.limits.context)],
    ["input", model.limits.input === null ? null : tokens(model.limits.input)],
    ["output", tokens(model.limits.output)],
  ]);
  addAbilities(page, model);
  addProvider(page, model, (name) => machine.environment.get(name) !== undefined);
  await addSellers(page, model, { style, width, hidden });
  await addFacts(page, model, { style, width, hidden });
  noteHidden(context, hidden, "--json or a wider terminal");
  return page.draw();
}

function headline(model: ModelInfo): string {
  const { status, family, releaseDate, lastUpdated, knowledge, openWeights, origin } = model;
  const parts = [
    origin === "config" ? "from your configuration" : "",
    status === null ? "" : status.toUpperCase(),
    family === null ? "" : `family ${family}`,
    releaseDate === null ? "release date unknown" : `released ${releaseDate}`,
    lastUpdated === null || lastUpdated === releaseDate ? "" : `updated ${lastUpdated}`,
    knowledge === null ? "" : `knowledge until ${knowledge}`,
    openWeights === true ? "open weights" : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function addPrice(page: Page, { price, extras }: ModelDetails): void {
  page.section("Price, USD per 1M tokens");
  if (price === null) {
    page.say("  not listed");
    return;
  }
  page.fields(priceRows(price));
  for (const tier of price.tiers) {
    page.say(`  above ${showCount(tier.aboveTokens)} prompt tokens, for the whole request:`);
    page.fields(priceRows(tier).map(([label, value]) => [`  ${label}`, value]));
  }
  for (const mode of extras.modes) {
    if (mode.price === null) continue;
    page.say(`  in ${mode.name} mode:`);
    page.fields(priceRows(mode.price).map(([label, value]) => [`  ${label}`, value]));
  }
}

function priceRows(price: Omit<Price, "tiers">): [string, string | null][] {
  const show = (value: number | null): string | null =>
    value === null ? null : showPrice(value, "");
  return [
    ["input", showPrice(price.input, "unknown")],
    ["cached input", show(price.cacheRead)],
    ["cache write", show(price.cacheWrite)],
    ["output", showPrice(price.output, "unknown")],
    ["reasoning", show(price.reasoning)],
    ["audio in", show(price.inputAudio)],
    ["audio out", show(price.outputAudio)],
  ];
}

function addAbilities(page: Page, model: ModelDetails): void {
  const { modalities, capabilities, extras, kind, quality } = model;
  const { efforts, budget, canBeSwitchedOff } = extras.reasoning;
  const budgetText =
    budget === null
      ? null
      : `${showTokens(budget.min, "any")} to ${showTokens(budget.max, "any")} tokens`;
  page.section("Abilities");
  page.fields([
    ["takes", modalities.input.join(", ")],
    ["gives", modalities.output.join(", ")],
    ["can", capabilities.join(", ")],
    ["for", kind],
    ["quality", quality && `${sayFigure(quality)}, ${sayLabel(quality)}`],
    ["reasoning effort", efforts.join(", ")],
    ["reasoning budget", budgetText],
    ["reasoning off", canBeSwitchedOff ? "possible" : null],
  ]);
}

function addProvider(page: Page, model: ModelDetails, isSet: (name: string) => boolean): void {
  const { providerDetails: provider, extras } = model;
  const variables = provider.env.map((name) => `${name} (${isSet(name) ? "set" : "not set"})`);
  page.section("Provider");
  page.fields([
    ["name", provider.name === provider.id ? provider.id : `${provider.name} (${provider.id})`],
    ["variables", variables.join(", ")],
    ["API", extras.api ?? provider.api],
    ["package", extras.npm ?? provider.npm],
    ["docs", provider.doc],
  ]);
}

/** What tables of a page have to fit into, and the titles of columns that did not. */
interface Room {
  style: Style;
  width: number | undefined;
  hidden: string[];
}

async function addSellers(
  page: Page,
  { ref, sellers, status }: ModelDetails,
  { style, width, hidden }: Room,
): Promise<void> {
  // deprecated ones are not counted
  const others = sellers.count - (status === "deprecated" ? 0 : 1);
  if (others === 0) return;
  const shown = sellers.cheapest.filter((seller) => seller.ref !== ref).slice(0, mostSellers);
  page.section(`Also sold by ${others} other${others === 1 ? "" : "s"}`);
  const { unknown } = style;
  const table = await tableLines(
    shown,
    [
      { title: "model", shows: ["ref"], value: (seller) => seller.ref },
      {
        title: "$/M in",
        value: ({ input }) => showPrice(input, unknown),
        align: "right",
        importance: 3,
      },
      {
        title: "$/M out",
        value: ({ output }) => showPrice(output, unknown),
        align: "right",
        importance: 2,
      },
      {
        title: "context",
        value: ({ context }) => showTokens(context, unknown),
        align: "right",
        importance: 1,
      },
    ],
    style,
    width === undefined ? undefined : width - 2,
    hidden,
  );
  page.block(table);
  const left = others - shown.length;
  if (left > 0) page.say(`  and ${left} more; modelforge offers ${shellWord(ref)} shows all`);
}

async function addFacts(
  page: Page,
  { ref, facts }: ModelDetails,
  { style, width, hidden }: Room,
): Promise<void> {
  if (facts === null) return;
  // what is known of a model is said of the maker's row, and holds for all that sell it
  const of = facts.id.toLowerCase() === ref.toLowerCase() ? "" : ` of ${facts.id}`;
  if (facts.benchmarks.length > 0) {
    page.section(`Benchmarks${of}, as published`);
    const table = await tableLines(
      facts.benchmarks.slice(0, mostBenchmarks),
      [
        {
          title: "benchmark",
          value: ({ name, variant }) => [name, variant].filter(Boolean).join(", "),
        },
        { title: "score", value: ({ score }) => showNumber(score), align: "right" },
        { title: "of", value: ({ metric }) => metric ?? "", importance: 2 },
        { title: "source", value: ({ source }) => source ?? "", importance: 1 },
      ],
      style,
      width === undefined ? undefined : width - 2,
      hidden,
    );
    page.block(table);
    const left = facts.benchmarks.length - mostBenchmarks;
    if (left > 0) page.say(`  and ${left} more; --json has all of them`);
  }
  const links = [...facts.weights, ...facts.links];
  if (links.length === 0 && facts.license === null) return;
  page.section(of === "" ? "More" : `More${of}`);
  page.fields([
    ["licence", facts.license],
    ...links.map(({ label, url }): [string, string] => [clip(label ?? "link"), url]),
  ]);
}

function clip(label: string): string {
  const characters = Array.from(clean(label));
  return characters.length > 20 ? `${characters.slice(0, 19).join("")}…` : label;
}
