import type { Capability } from "../../../catalog/words/capability.ts";
import type { Facets } from "./contract.ts";

/** A facet, the key that opens its menu, and what it can be set to. */
export interface Facet {
  key: string;
  name: FacetName;
  label: string;
  /** Whether several options can be on at once. */
  isMany: boolean;
  options(known: KnownValues): readonly Option[];
  isOn(facets: Facets, option: Option): boolean;
  set(facets: Facets, option: Option): Facets;
  /** What is set, in a few words. */
  show(facets: Facets): string;
}

export type FacetName = "provider" | "capability" | "price" | "context" | "status";

/** An option as it is shown and typed; `value` undefined means any. */
export interface Option {
  label: string;
  value: string | number | undefined;
}

export interface KnownValues {
  providers: readonly string[];
  capabilities: readonly Capability[];
  statuses: readonly string[];
  facets: Facets;
  /** Options are found by what is seen of them. */
  clean(text: string): string;
}

const any: Option = { label: "any", value: undefined };
const ceilings = [0.1, 0.5, 1, 3, 10];
const contexts: readonly [tokens: number, label: string][] = [
  [32_000, "32k"],
  [128_000, "128k"],
  [200_000, "200k"],
  [1_000_000, "1M"],
];

// money has cents: 0.5 → $0.50
const dollars = (usd: number): string =>
  `$${Number.isInteger(usd) ? usd : String(usd).padEnd(4, "0")}`;
const contextLabel = (tokens: number): string =>
  contexts.find(([one]) => one === tokens)?.[1] ?? String(tokens);

export const facetList: readonly Facet[] = [
  {
    key: "p",
    name: "provider",
    label: "provider",
    isMany: true,
    options: ({ providers, clean }) => [any, ...providers.map((id) => asOption(id, clean))],
    isOn: ({ provider }, { value }) => isAmong(provider, value),
    set: (facets, { value }) => ({ ...facets, provider: toggled(facets.provider, value) }),
    show: ({ provider }) => provider.join(",") || "any",
  },
  {
    key: "c",
    name: "capability",
    label: "capability",
    isMany: true,
    options: ({ capabilities, clean }) => [
      any,
      ...capabilities.map((name) => asOption(name, clean)),
    ],
    isOn: ({ capability }, { value }) => isAmong(capability, value),
    set: (facets, { value }) => ({
      ...facets,
      capability: toggled(facets.capability, value as Capability | undefined),
    }),
    show: ({ capability }) => capability.join(",") || "any",
  },
  {
    key: "m",
    name: "price",
    label: "max price",
    isMany: false,
    options: ({ facets: { price } }) => [
      any,
      { label: "free", value: "free" },
      ...withOwn(ceilings, price === "free" ? undefined : price).map((value) => ({
        label: `up to ${dollars(value)}`,
        value,
      })),
    ],
    isOn: ({ price }, { value }) => price === value,
    set: (facets, { value }) => ({ ...facets, price: value as Facets["price"] }),
    show: ({ price }) => (typeof price === "number" ? dollars(price) : (price ?? "any")),
  },
  {
    key: "x",
    name: "context",
    label: "context",
    isMany: false,
    options: ({ facets: { minContext } }) => [
      any,
      ...withOwn(
        contexts.map(([tokens]) => tokens),
        minContext,
      ).map((value) => ({ label: `at least ${contextLabel(value)}`, value })),
    ],
    isOn: ({ minContext }, { value }) => minContext === value,
    set: (facets, { value }) => ({ ...facets, minContext: value as number | undefined }),
    show: ({ minContext }) => (minContext === undefined ? "any" : `${contextLabel(minContext)}+`),
  },
  {
    key: "t",
    name: "status",
    label: "status",
    isMany: false,
    options: ({ statuses, clean }) => [
      { label: "not deprecated", value: undefined },
      ...["all", "stable", ...statuses].map((status) => asOption(status, clean)),
    ],
    isOn: ({ status }, { value }) =>
      value === undefined ? status === undefined : status?.includes(String(value)) === true,
    set: (facets, { value }) => ({
      ...facets,
      status: value === undefined ? undefined : [String(value)],
    }),
    show: ({ status }) => status?.join(",") ?? "not deprecated",
  },
];

function asOption(value: string, clean: KnownValues["clean"]): Option {
  return { label: clean(value), value };
}

/** What a flag set stands among the usual steps. */
function withOwn(usual: readonly number[], own: number | undefined): number[] {
  if (own === undefined || usual.includes(own)) return [...usual];
  return [...usual, own].sort((a, b) => a - b);
}

function isAmong(on: readonly string[], value: Option["value"]): boolean {
  return value === undefined ? on.length === 0 : on.includes(String(value));
}

function toggled<Word extends string>(on: readonly Word[], value: Option["value"]): Word[] {
  if (value === undefined) return [];
  const rest = on.filter((one) => one !== value);
  return rest.length < on.length ? rest : [...on, value as Word];
}
