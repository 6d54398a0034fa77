import { ModelForgeError } from "../../failure.ts";
import { asRequests, type RequestsOrAll, type Usage } from "../cost/usage.ts";
import type { Columns } from "../prepared/columns.ts";
import type { CatalogView } from "../view.ts";
import {
  type Capability,
  capabilities,
  type Modality,
  modalities,
  toMask,
} from "../words/capability.ts";
import { dateKey } from "../words/dates.ts";
import { date, type Field, flag, names, tokens, usd } from "../words/field.ts";
import { freedoms } from "../words/freedoms.ts";
import { type Kind, kinds } from "../words/kinds.ts";
import { statuses } from "../words/model.ts";
import { type Ceiling, type CostCeiling, costUpTo, upTo } from "./ceilings.ts";
import {
  readCapability,
  readDay,
  readFamily,
  readKind,
  readModality,
  readStatus,
} from "./filter-words.ts";
import { atLeast, atMost, bits, flagged, flagsOf, fromDay, type Narrow } from "./narrow.ts";
import { providerId } from "./provider-id.ts";
import { both, sureOf } from "./sure.ts";
import { type Values, valuesOfCapabilities } from "../words/lost-values.ts";

/** A filter as a person or program writes it: names forgiven, capabilities by any of their words. */
export interface FilterInput {
  /** Ids or names of providers. */
  provider?: string[];
  notProvider?: string[];
  /** Only providers a credential is at hand for. */
  configured?: boolean;
  family?: string[];
  /** What a model is for: `chat`, `embedding`. */
  kind?: string[];
  capability?: string[];
  /** Capabilities a row must lack. */
  without?: string[];
  openWeights?: boolean;
  inputModality?: string[];
  outputModality?: string[];
  /** Tokens. */
  minContext?: number;
  minOutput?: number;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, the day itself included; rows without a date are left out. */
  releasedAfter?: string;
  releasedBefore?: string;
  knowledgeAfter?: string;
  /** Input and output both at 0, and whatever else is listed. */
  free?: boolean;
  /** USD per 1,000,000 input tokens; rows without a listed price are left out and counted. */
  maxPrice?: number;
  /** USD per 1,000,000 output tokens. */
  maxOutputPrice?: number;
  /** USD a month for `usage` times `requests`; for all of them where no time is given. */
  maxCost?: number;
  usage?: Usage;
  /** Requests that `maxCost` has to pay for; 1 if not given. A number alone is of all of them. */
  requests?: number | RequestsOrAll;
  /** Keeps rows whose price a ceiling would need but the catalog does not list. */
  includeUnpriced?: boolean;
  /** `alpha`, `beta`, `deprecated`, `stable` (none named) or `all`. Without it: all but deprecated. */
  status?: string[];
}

/** Conditions on rows in the catalog's own words; the rest is as it was given. */
export interface ModelFilter
  extends Omit<FilterInput, "usage" | "requests" | keyof ResolvedConditions>,
    ResolvedConditions {}

interface ResolvedConditions {
  kind?: Kind[];
  capability?: Capability[];
  without?: Capability[];
  inputModality?: Modality[];
  outputModality?: Modality[];
  maxCost?: CostCeiling;
  /** Provider ids the person holds a credential for; no others pass. */
  configured?: string[];
}

/** What a filter reads of a catalog. */
export interface FilteredCatalog extends Pick<CatalogView, "modelAt"> {
  columns: Columns;
  refs: readonly string[];
}

/** What turns words into the catalog's own. */
export interface Resolving {
  /** Of the field, for a failure. */
  name: string;
  view: CatalogView;
  input: FilterInput;
  configuredProviders(): string[];
}

/** One filter. What joins several rows of this table is AND. */
interface FilterField<Given, Meant> extends Field {
  /** The catalog's own of what was given; undefined where nothing was meant. Throws `usage.*`, `provider.not-found`. */
  resolve?(given: Given, resolving: Resolving): Meant | undefined;
  /** Undefined where all rows pass. */
  narrow?(catalog: FilteredCatalog, wanted: Meant): Narrow | undefined;
  /** Instead: a ceiling, which leaves out what is unknown unless that is wanted. */
  judge?(catalog: FilteredCatalog, wanted: Meant): Ceiling;
  /** The values of a row it goes by, by their path; none where its ref or its status tells. */
  goesBy?: Values | ((wanted: Meant) => Values);
}

type FilterFields = {
  [Name in keyof ModelFilter]-?: FilterField<
    NonNullable<FilterInput[Name]>,
    NonNullable<ModelFilter[Name]>
  >;
};

// up to there it costs something, or a plan does
const leastFree = freedoms.indexOf("plan") + 1;

const providers = {
  kind: names("id", "provider"),
  resolve: (given: string[], { view }: Resolving) => given.map((one) => providerId(one, view)),
};

const ofProviders =
  (expected: 0 | 1) =>
  ({ columns }: FilteredCatalog, wanted: string[]) =>
    flagged(columns.provider, flagsOf(columns.providers, wanted, 0), expected);

const able = (wanted: boolean) => ({
  kind: names("name", capabilities),
  resolve: (given: string[], { name }: Resolving) => given.map((one) => readCapability(one, name)),
  narrow: (catalog: FilteredCatalog, meant: Capability[]) => {
    const { capabilities: column } = catalog.columns;
    const found = bits(column, toMask(capabilities, meant), wanted);
    return wanted ? found : both(found, sureOf(catalog, valuesOfCapabilities(meant)));
  },
  goesBy: valuesOfCapabilities,
});

const media = (column: "inputModalities" | "outputModalities") => ({
  kind: names("name", modalities),
  resolve: (given: string[], { name }: Resolving) => given.map((one) => readModality(one, name)),
  narrow: ({ columns }: FilteredCatalog, meant: Modality[]) =>
    bits(columns[column], toMask(modalities, meant), true),
  goesBy: [column === "inputModalities" ? "modalities.input" : "modalities.output"],
});

const day = {
  kind: date,
  resolve: (given: string, { name }: Resolving) => readDay(given, name),
};

/**
 * All filters, in the order in which they are shown and applied. A row says what the filter is told, what that means,
 * and which rows pass: flags, help, completion, the checks of the library and its schemas are made of it.
 */
export const filterFields: FilterFields = {
  provider: { ...providers, about: "only these providers", narrow: ofProviders(1) },
  notProvider: { ...providers, about: "none of these providers", narrow: ofProviders(0) },
  configured: {
    kind: flag,
    about: "only providers you hold a credential for",
    resolve: (given, { configuredProviders }) => (given ? configuredProviders() : undefined),
    narrow: ofProviders(1),
  },
  family: {
    kind: names("name", "family"),
    goesBy: ["family"],
    about: "of these families",
    resolve: (given, { name, view }) => given.map((one) => readFamily(one, name, view.columns)),
    narrow: ({ columns }, wanted) =>
      flagged(columns.family, flagsOf(columns.families, wanted, 1), 1),
  },
  kind: {
    kind: names("name", kinds),
    // told from media, names, limits and prices
    goesBy: ["modalities", "name", "family"],
    about: `is for one of these: ${kinds.join(", ")}`,
    resolve: (given, { name }) => given.map((one) => readKind(one, name)),
    narrow: ({ columns }, wanted) => flagged(columns.kind, flagsOf(kinds, wanted, 0), 1),
  },
  capability: { ...able(true), about: `has all of these: ${capabilities.join(", ")}` },
  without: { ...able(false), about: "has none of these capabilities" },
  openWeights: {
    kind: flag,
    goesBy: ["openWeights"],
    about: "weights are published (--without open-weights: they are not)",
    narrow: ({ columns }, wanted) =>
      bits(columns.capabilities, toMask(capabilities, ["open-weights"]), wanted),
  },
  inputModality: {
    ...media("inputModalities"),
    about: `takes all of these: ${modalities.join(", ")}`,
  },
  outputModality: { ...media("outputModalities"), about: "gives all of these" },
  minContext: {
    kind: tokens,
    goesBy: ["limits.context"],
    about: "context of at least, like 200k",
    narrow: ({ columns }, bound) => limitFrom(columns.context, bound),
  },
  minOutput: {
    kind: tokens,
    goesBy: ["limits.output"],
    about: "output of at least, like 32k",
    narrow: ({ columns }, bound) => limitFrom(columns.output, bound),
  },
  releasedAfter: {
    ...day,
    goesBy: ["releaseDate"],
    about: "released on or after, like 2026-05-01",
    narrow: ({ columns }, from) => fromDay(columns.released, dateKey(from)),
  },
  releasedBefore: {
    ...day,
    goesBy: ["releaseDate"],
    about: "released on or before",
    narrow: ({ columns }, to) => atMost(columns.released, lastDay(to)),
  },
  knowledgeAfter: {
    ...day,
    goesBy: ["knowledge"],
    about: "knows the world at least until, like 2025-01",
    narrow: ({ columns }, from) => fromDay(columns.knowledge, dateKey(from)),
  },
  free: {
    kind: flag,
    goesBy: ["price"],
    about: "all that is listed costs nothing, and is not sold in a plan",
    narrow: ({ columns }, wanted) => (wanted ? atLeast(columns.free, leastFree) : undefined),
  },
  maxPrice: {
    kind: usd,
    goesBy: ["price.input"],
    about: "input price at most, USD per 1M tokens",
    judge: ({ columns }, bound) => upTo(columns.inputPrice, bound),
  },
  maxOutputPrice: {
    kind: usd,
    goesBy: ["price.output"],
    about: "output price at most",
    judge: ({ columns }, bound) => upTo(columns.outputPrice, bound),
  },
  maxCost: {
    kind: usd,
    goesBy: ["price", "limits"],
    about:
      "cost of a usage at most (see --input): a month with --requests 1000/day, of all with --requests 1000",
    resolve: (given, { input: { usage, requests = 1 } }) => {
      if (usage === undefined) throw usageMissing();
      return { usd: given, usage, requests: asRequests(requests) };
    },
    judge: costUpTo,
  },
  includeUnpriced: { kind: flag, about: "keep models whose price is not listed" },
  status: {
    kind: names("name", [...statuses, "stable", "all"]),
    about: "alpha, beta, deprecated, stable or all (default: all but deprecated)",
    resolve: (given, { name, view }) => given.map((one) => readStatus(one, name, view.columns)),
  },
};

export type FilterName = keyof typeof filterFields;

export const filterNames = Object.keys(filterFields) as FilterName[];

/** A month or a year named as an end means all of it. */
function lastDay(to: string): number {
  if (to.length === 4) return dateKey(to) + 1130;
  return to.length === 7 ? dateKey(to) + 30 : dateKey(to);
}

/** At least nothing is no condition. */
function limitFrom(column: Uint32Array, bound: number): Narrow | undefined {
  return bound === 0 ? undefined : atLeast(column, bound);
}

function usageMissing(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "a ceiling on the cost needs a usage",
    hint: "add --input 40k --output 2k, and --requests 1000/day if it is not for one request",
  });
}
