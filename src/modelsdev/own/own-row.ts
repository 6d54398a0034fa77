/** What a person's configuration says of one model of a provider; what is absent stays as the catalog says. */
export interface OwnRow {
  /** `provider/id` */
  ref: string;
  provider: string;
  id: string;
  name?: string;
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

/** Whether a price or a limit may be the word of a project. */
export function saysOfProject({ project, price, limits }: OwnRow): boolean {
  return project !== undefined && (price !== undefined || limits !== undefined);
}
