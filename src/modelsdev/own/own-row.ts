import type { Capability } from "../../catalog/words/capability.ts";

/** What a person's configuration says of one model of a provider; what is absent stays as the catalog says. */
export interface OwnRow {
  /** `provider/id` */
  ref: string;
  provider: string;
  id: string;
  /** It is about a row of the catalog: where that lacks it, nothing is said. */
  isOverride?: true;
  name?: string;
  /** `active`: no status. */
  status?: string;
  capabilities?: Readonly<Partial<Record<Capability, boolean>>>;
  /** Tokens. */
  limits?: Readonly<Partial<Record<OwnLimit, number>>>;
  /** USD per 1,000,000 tokens. */
  price?: Readonly<Partial<Record<OwnPrice, number>>>;
  /** Of the provider, for one that the catalog lacks. */
  baseUrl?: string;
  env?: readonly string[];
  /** The project's file that says any of it. */
  project?: string;
}

/** Each limit, and what models.dev calls it. */
export const ownLimits = { context: "context", input: "input", output: "output" } as const;

/** Each price, and what models.dev calls it. */
export const ownPrices = {
  input: "input",
  output: "output",
  cacheRead: "cache_read",
  cacheWrite: "cache_write",
} as const;

export type OwnLimit = keyof typeof ownLimits;
export type OwnPrice = keyof typeof ownPrices;

export const limitNames = Object.keys(ownLimits) as OwnLimit[];
export const priceNames = Object.keys(ownPrices) as OwnPrice[];

/** Whether a price, or whatever else is chosen by, may be the word of a project. */
export function saysOfProject({ project, price, limits, status, capabilities }: OwnRow): boolean {
  const said = price ?? limits ?? status ?? capabilities;
  return project !== undefined && said !== undefined;
}
