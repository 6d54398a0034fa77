import type { WireRecord } from "./values.ts";

// how prices in USD per 1,000,000 tokens are said to be so
const currencies = new Set(["usd", "us$", "$", "usdollar", "usdollars", "dollar", "dollars"]);
const units =
  /^(?:usd|\$)?(?:per|\/)?(?:1?m|mtok|(?:1?mio|1?million|1000000|1e6)s?)(?:tok|tokens?)?$/;

/** Members that say what prices are of, and when that is USD per 1,000,000 tokens. */
const understood: Readonly<Record<string, (word: string) => boolean>> = {
  currency: (word) => currencies.has(word),
  currencycode: (word) => currencies.has(word),
  unit: (word) => units.test(word),
  units: (word) => units.test(word),
  priceunit: (word) => units.test(word),
  pricingunit: (word) => units.test(word),
  per: (word) => units.test(word),
  pertokens: (word) => units.test(word),
  scale: (word) => units.test(word),
};
const members = new Map(Object.entries(understood));

/**
 * Whether a member says that prices are in USD per 1,000,000 tokens, or in something else: `currency: "CNY"`,
 * `unit: "per_1k"`. Undefined where it says nothing of that.
 */
export function saysScale(member: string, value: unknown): "usual" | "other" | undefined {
  const isUsual = members.get(plain(member));
  if (isUsual === undefined || value === null || value === undefined || value === "") {
    return undefined;
  }
  const isWord = typeof value === "string" || typeof value === "number";
  return isWord && isUsual(plain(String(value))) ? "usual" : "other";
}

/** The first member by which the numbers beside it are no USD per 1,000,000 tokens. */
export function otherScaleOf(record: WireRecord): string | undefined {
  // look-up allowed: the names are those the record itself gives
  return Object.keys(record).find((member) => saysScale(member, record[member]) === "other");
}

/** `per_1M tokens` → `per1mtokens`. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_,-]/g, "");
}
