import { type Kind, kinds } from "../catalog/words/kinds.ts";
import type { ModelInfo, ModelRow } from "../catalog/words/model.ts";
import { type ParsedCatalog, parseCatalog } from "../catalog/parse/catalog.ts";
import { memoryParts, type PartName, type PreparedPart } from "../catalog/prepared/parts.ts";
import { prepareCatalog } from "../catalog/prepare-catalog.ts";
import { type CatalogView, PreparedView } from "../catalog/view.ts";

/** A record as models.dev sends it. */
export type Wire = Record<string, unknown>;

/** A model as received; the fields given replace the usual ones, `undefined` leaves one out. */
export function wireModel(id: string, fields: Wire = {}): Wire {
  const usual: Wire = {
    id,
    name: id,
    attachment: false,
    reasoning: false,
    tool_call: true,
    temperature: true,
    release_date: "2026-01-15",
    last_updated: "2026-01-15",
    modalities: { input: ["text"], output: ["text"] },
    open_weights: false,
    limit: { context: 128_000, output: 8_192 },
    cost: { input: 1, output: 4 },
  };
  return withoutUndefined({ ...usual, ...fields });
}

/** A provider as received, its models by their ids. */
export function wireProvider(id: string, models: readonly Wire[], fields: Wire = {}): Wire {
  const usual: Wire = {
    id,
    name: id,
    env: [`${id.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_")}_API_KEY`],
    npm: "@ai-sdk/openai-compatible",
    api: `https://api.${id}.example/v1`,
    doc: `https://${id}.example/docs`,
    // a model may be called __proto__
    models: Object.fromEntries(models.map((model) => [model.id, model])),
  };
  return withoutUndefined({ ...usual, ...fields });
}

/** `api.json`. */
export function wireCatalog(...providers: readonly Wire[]): Wire {
  return Object.fromEntries(providers.map((provider) => [provider.id, provider]));
}

/** A catalog that lives in memory, read and prepared as one from a source would be. */
export interface CatalogInMemory {
  catalog: ParsedCatalog;
  /** By row. */
  models: ModelInfo[];
  parts: Map<PartName, PreparedPart>;
  view: CatalogView;
  modelOf(row: number): ModelInfo;
}

export function openInMemory(document: unknown, facts?: unknown): CatalogInMemory {
  const catalog = parseCatalog(document, facts);
  const parts = prepareCatalog(catalog);
  const view = new PreparedView(memoryParts(parts));
  const models = catalog.models.map(({ model }, row) => rated(model, view, row));
  return {
    catalog,
    models,
    parts,
    view,
    modelOf: (row) => models[row] as ModelInfo,
  };
}

/** With what is inferred of a row, read where filters and orders read it. */
function rated(model: ModelRow, { columns }: CatalogView, row: number): ModelInfo {
  const kind = kinds[columns.kind[row] ?? -1] as Kind;
  const [value = Number.NaN, spread = 0] = [columns.quality[row], columns.spread[row]];
  const results = columns.results[row] ?? 0;
  const label = results > 0 ? "published" : "expected";
  const isRated = kind === "chat" && !Number.isNaN(value);
  const shown = (figure: number): number => Math.round(figure * 100) / 100 + 0;
  const quality = { value: shown(value), spread: shown(spread), label, results } as const;
  return { ...model, kind, quality: isRated ? quality : null };
}

const makers = ["openai", "anthropic", "qwen"];
const sellers = ["azure", "fire.works", "groq", "302ai", "open_router"];
const families = ["gpt", "claude", "Qwen", undefined];
const statuses = [undefined, "beta", "deprecated", undefined, "alpha", "preview", undefined];
const costs: (Wire | undefined)[] = [
  { input: 1.25, output: 10, cache_read: 0.125 },
  undefined,
  { input: 0, output: 0 },
  { input: 0.49299999999999994, output: 2 },
  { input: 3 },
  { output: 7 },
  { input: 2, output: 8, tiers: [{ tier: { type: "context", size: 50_000 }, input: 4 }] },
  { input: 2, output: 8, context_over_200k: { input: 4, output: 12, cache_read: 1 } },
  { input: 0, output: 5, cache_read: 0 },
];
const contexts = [8_192, 0, 128_000, 99_999_999, 1_048_576, 200_000, 32_768];
const outputs = [0, 4_096, 8_192, 64_000, undefined];
const dates = ["2025-08-07", "2025-08", "2026-03-01", "2025-25-11", undefined, "2024-12-31"];
const inputs = [["text"], ["text", "image"], ["text", "audio", "pdf"], [], ["text", "video"]];
const givens = [["text"], ["text"], ["image"], ["audio", "text"]];

/** 80 models of 8 providers with all that a catalog is odd in: unknown prices, odd dates, ids with slashes. */
export function assortedCatalog(): Wire {
  const providers = [...makers, ...sellers].map((provider, number) => {
    const models = Array.from({ length: 10 }, (_, position) => {
      const seed = number * 10 + position;
      return wireModel(idAt(number, position), assortedFields(seed));
    });
    return wireProvider(provider, models);
  });
  return wireCatalog(...providers);
}

function idAt(provider: number, position: number): string {
  const maker = makers[position % makers.length] as string;
  const bare = `${maker}-model-${position}`;
  if (provider < makers.length) return `${makers[provider]}-model-${position}`;
  return provider % 2 === 0 ? `${maker}/${bare}` : bare;
}

function assortedFields(seed: number): Wire {
  const pick = <Value>(from: readonly Value[], step: number): Value =>
    from[(seed * step + Math.floor(seed / 7)) % from.length] as Value;
  return {
    name: pick(["GPT Five", "Claude", "qwen coder", "Ä model"], 1),
    family: pick(families, 3),
    status: pick(statuses, 1),
    attachment: seed % 2 === 0,
    reasoning: seed % 3 === 0,
    tool_call: seed % 5 !== 0,
    structured_output: seed % 4 === 0 ? true : undefined,
    temperature: seed % 7 !== 0,
    open_weights: pick([true, false, undefined], 1),
    modalities: { input: pick(inputs, 1), output: pick(givens, 3) },
    limit: withoutUndefined({ context: pick(contexts, 2), output: pick(outputs, 1) }),
    cost: pick(costs, 2),
    release_date: pick(dates, 1),
    last_updated: pick(dates, 5),
    knowledge: pick(dates, 5),
  };
}

function withoutUndefined(record: Wire): Wire {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
