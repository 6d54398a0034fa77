/**
 * How ids begin under which a seller offers a model on other terms than the plain one: prefix → why. What stands there
 * says little of what the model costs elsewhere.
 */
export const wrappers: Readonly<Record<string, string>> = {
  "stealth/": "sold at a discount by somebody who is not named",
  "coding-": "a coding plan, sold on by the request",
  "tee/": "in an enclave, under a name of its own",
  "pro/": "a second price for the same model",
  "route/": "whichever host a router takes",
  "accounts/fireworks/routers/": "whichever machine a router takes",
  "duo-chat-": "within a product for developers",
  "xpersona-": "behind instructions that the seller adds",
};

const prefixes = Object.keys(wrappers);

export function isWrapped(id: string): boolean {
  const plain = id.toLowerCase();
  return prefixes.some((prefix) => plain.startsWith(prefix));
}
