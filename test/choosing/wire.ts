import type { RealCatalog } from "../../src/testing/real-catalog.ts";

/** models.dev's own words, read by nothing but these lines: what is computed here shares nothing with the code under test. */
export interface WirePrices {
  input?: number;
  output?: number;
  cache_read?: number;
  cache_write?: number;
  reasoning?: number;
  input_audio?: number;
  output_audio?: number;
}

export interface WireRow {
  ref: string;
  provider: string;
  model: {
    id: string;
    name: string;
    family?: string;
    status?: string;
    reasoning: boolean;
    tool_call: boolean;
    attachment: boolean;
    structured_output?: boolean;
    temperature?: boolean;
    open_weights: boolean;
    knowledge?: string;
    release_date: string;
    last_updated: string;
    modalities: { input: string[]; output: string[] };
    limit: { context: number; input?: number; output: number };
    cost?: WirePrices & {
      tiers?: (WirePrices & { tier: { size: number } })[];
      context_over_200k?: WirePrices;
    };
  };
}

interface WireProvider {
  env?: string[];
  api?: string;
  models: Record<string, WireRow["model"]>;
}

type Document = Record<string, WireProvider>;

/**
 * Rows whose 0 is no price: those of a provider that lists no other price or calls itself a plan (`plan`), or that runs on
 * the machine of whoever asks (`local`).
 */
export function wireApart(catalog: RealCatalog): Map<string, "plan" | "local"> {
  const apart = new Map<string, "plan" | "local">();
  for (const [provider, { models, api = "" }] of Object.entries(
    catalog.read("api.json") as Document,
  )) {
    const priced = Object.values(models).filter(
      ({ cost }) => cost?.input !== undefined || cost?.output !== undefined,
    );
    const free = priced.filter(({ cost }) => (cost?.input ?? 0) === 0 && (cost?.output ?? 0) === 0);
    const isFree = priced.length > 0 && free.length === priced.length;
    if (!isFree && !provider.split("-").includes("plan")) continue;
    const isLocal = isFree && /^https?:\/\/(localhost|127\.)/.test(api);
    for (const [id, { cost }] of Object.entries(models)) {
      if (cost?.input === 0 && cost.output === 0)
        apart.set(`${provider}/${id}`, isLocal ? "local" : "plan");
    }
  }
  return apart;
}

/** Every row of api.json, in ref order. */
export function wireRows(catalog: RealCatalog): WireRow[] {
  return Object.entries(catalog.read("api.json") as Document)
    .flatMap(([provider, { models }]) =>
      Object.entries(models).map(([id, model]) => ({ ref: `${provider}/${id}`, provider, model })),
    )
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

export interface WireUsage {
  input: number;
  output: number;
  cached?: number;
  cacheWrite?: number;
  reasoning?: number;
  inputAudio?: number;
  outputAudio?: number;
}

export interface WireCost {
  /** USD; null where nothing that is used has a price. */
  perRequest: number | null;
  complete: boolean;
  tier: number | null;
}

export function tiersOf({ cost }: WireRow["model"]): [size: number, prices: WirePrices][] {
  if (cost?.tiers !== undefined && cost.tiers.length > 0) {
    return cost.tiers.map((one) => [one.tier.size, one]);
  }
  return cost?.context_over_200k === undefined ? [] : [[200_000, cost.context_over_200k]];
}

/** What a request costs, by the words of models.dev: tokens times price, the whole request at the tier's prices. */
export function wireCost({ ref, model }: WireRow, usage: WireUsage): WireCost {
  const { input, output, cached = 0, reasoning = 0, cacheWrite = 0 } = usage;
  const { inputAudio = 0, outputAudio = 0 } = usage;
  const prompt = input + cacheWrite + inputAudio;
  const exceeded = tiersOf(model).filter(([size]) => prompt > size);
  const [size, tier] = exceeded.sort(([a], [b]) => b - a)[0] ?? [null, {}];
  const base = model.cost ?? {};
  const price = (key: keyof WirePrices): number | undefined => tier[key] ?? base[key];
  const isOutput = base.reasoning === undefined || base.reasoning === base.output;
  const reasoningKey = tier.reasoning === undefined && isOutput ? "output" : "reasoning";
  const tokensOf: [tokens: number, key: keyof WirePrices][] = [
    [input - cached, "input"],
    [cached, "cache_read"],
    [cacheWrite, "cache_write"],
    [output - reasoning, "output"],
    [reasoning, reasoningKey],
    [inputAudio, "input_audio"],
    [outputAudio, "output_audio"],
  ];
  const parts = tokensOf.map(([tokens, key]) => [tokens, price(key)] as const);
  const isBound = size !== null && tokensOf.some(([tokens, key]) => tokens > 0 && !(key in tier));
  const isQwen = /qwen/i.test(ref) && reasoning > 0;
  const hasTwoPrices = isQwen && (price(reasoningKey) ?? 0) > (price("output") ?? 0);
  const hasFee = /^(openrouter\/)?perplexity\//.test(ref);
  const used = parts.filter(([tokens]) => tokens > 0);
  const known = used.filter(([, one]) => one !== undefined);
  const isUnknown = used.length > 0 && known.length === 0;
  const sum = known.reduce((total, [tokens, one]) => total + (tokens * (one ?? 0)) / 1e6, 0);
  return {
    perRequest: isUnknown ? null : sum,
    complete: known.length === used.length && !isBound && !hasTwoPrices && !hasFee,
    tier: size,
  };
}

/** Two amounts that differ by the noise of floats alone. */
export function isClose(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a == null || b == null) return a == null && b == null;
  return Math.abs(a - b) <= 1e-15 + 1e-8 * Math.max(Math.abs(a), Math.abs(b));
}

/** A tier's threshold, limits and the like: 0 and a row of nines say nothing. */
export function wireLimit(value: number | undefined): number | null {
  return value === undefined || value === 0 || /^9{8,}$/.test(String(value)) ? null : value;
}

/**
 * The limits that one request exceeds: input, cache write, audio in and output (reasoning is a part of it) are no more
 * than the context, input no more than the input limit, output no more than the output limit.
 */
export function wireExceeds({ model: { limit } }: WireRow, usage: WireUsage): string[] {
  const { input, output, cacheWrite = 0, inputAudio = 0 } = usage;
  const exceeds = (most: number | undefined, tokens: number): boolean =>
    tokens > (wireLimit(most) ?? Number.POSITIVE_INFINITY);
  return [
    exceeds(limit.context, input + cacheWrite + inputAudio + output) ? "context" : "",
    exceeds(limit.input, input) ? "input" : "",
    exceeds(limit.output, output) ? "output" : "",
  ].filter((name) => name !== "");
}

/** Null where no limit is exceeded, and one that would have a say is not listed. */
export function wireFits(row: WireRow, usage: WireUsage): boolean | null {
  if (wireExceeds(row, usage).length > 0) return false;
  const { context, output } = row.model.limit;
  const isSilent = wireLimit(context) === null || (usage.output > 0 && wireLimit(output) === null);
  return isSilent ? null : true;
}
