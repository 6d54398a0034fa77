/**
 * How ids begin under which a seller offers a model on other terms than the plain one: prefix → how the variant is
 * called, and why it is here. What stands there says little of what the model costs elsewhere.
 */
export const wrappers: Readonly<Record<string, readonly [variant: string, why: string]>> = {
  "stealth/": ["stealth", "sold at a discount by somebody who is not named"],
  "coding-": ["coding", "a coding plan, sold on by the request"],
  "tee/": ["tee", "in an enclave, under a name of its own"],
  "pro/": ["pro-tier", "a second price for the same model"],
  "route/": ["routed", "whichever host a router takes"],
  "accounts/fireworks/routers/": ["routed", "whichever machine a router takes"],
  "duo-chat-": ["duo-chat", "within a product for developers"],
  "xpersona-": ["persona", "behind instructions that the seller adds"],
};

const rows = Object.entries(wrappers).map(([prefix, [variant]]) => ({ prefix, variant }));

export function isWrapped(id: string): boolean {
  return wrapperOf(id) !== undefined;
}

/** How an offer is called whose id begins with a wrapper's prefix: `tee`. */
export function wrappedVariant(id: string): string | undefined {
  return wrapperOf(id)?.variant;
}

/** What an id names before its last slash is the wrapper, and nobody who made the model: `TEE/deepseek-v3.2`. */
export function namesWrapper(id: string): boolean {
  return wrapperOf(id)?.prefix.length === id.lastIndexOf("/") + 1;
}

/** Words that a wrapper puts right before a model's name, without what separates them: `duochat`. */
export const wrappersWords: readonly string[] = rows
  .filter(({ prefix }) => prefix.endsWith("-"))
  .map(({ prefix }) => prefix.replaceAll("-", ""));

// one look at most ids instead of one for each of the rows
const anyPrefix = new RegExp(`^(?:${rows.map(({ prefix }) => prefix).join("|")})`, "i");

function wrapperOf(id: string): (typeof rows)[number] | undefined {
  if (!anyPrefix.test(id)) return undefined;
  const plain = id.toLowerCase();
  return rows.find(({ prefix }) => plain.startsWith(prefix));
}
