import { looksLikeKey } from "../catalog/words/key-forms.ts";
import { nearest } from "../catalog/words/nearest.ts";
import { said } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import { ownVariables } from "./from-environment.ts";
import { hostTable } from "./hosts/table.ts";
import type { Environment } from "../system/ports.ts";
import { accountsIn, type StoreDocument, trustedIn } from "./store/document.ts";

/** The provider that a name means, case and `_` for `-` forgiven; undefined where none of those known is. */
function findProvider(name: string, others: readonly string[] = []): string | undefined {
  const known = [...Object.keys(hostTable), ...others];
  const folded = fold(name);
  return known.find((one) => one === name) ?? known.find((one) => fold(one) === folded);
}

/** Providers that the store knows, one's own among them. */
export function providersIn(document: StoreDocument): string[] {
  return [...accountsIn(document), ...trustedIn(document)].map(({ provider }) => provider);
}

/**
 * The same; of one that nobody knows also where a variable of ours holds its key: `MODELFORGE_VLLM_API_KEY`.
 *
 * Throws `provider.not-found`, and `usage.bad-value` for what looks like a key.
 */
export function getProvider(
  name: string,
  others: readonly string[] = [],
  environment?: Pick<Environment, "get">,
): string {
  const found = findProvider(name, others);
  if (found !== undefined) return found;
  const own = name.trim().toLowerCase();
  const hasOwn = ownVariables(own).some((one) => (environment?.get(one) ?? "").trim() !== "");
  if (hasOwn && isId.test(own)) return own;
  if (looksLikeKey(name.trim())) throw isKey("a provider");
  const close = nearest(name, new Set([...Object.keys(hostTable), ...others]));
  throw new ModelForgeError("provider.not-found", {
    message: `no provider ${said(name)} is known that credentials belong to`,
    hint:
      close.length > 0
        ? `did you mean ${close.join(", ")}?`
        : "auth login with --trust-host and its address keeps a credential for a provider of your own",
    details: { provider: name, nearest: close },
  });
}

/** The provider of a new credential or trust: with a host of its own it may be one that nobody knows. */
export function providerToBe(name: string, known: readonly string[], hasHost: boolean): string {
  return (
    findProvider(name, known) ?? (hasHost ? readName(name, "a provider") : getProvider(name, known))
  );
}

function fold(name: string): string {
  return name.trim().toLowerCase().replaceAll("_", "-");
}

function isKey(what: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `what was given as the name of ${what} looks like a key`,
    hint: "a key is typed when you are asked, or piped in with --key-stdin",
  });
}

// as the catalog writes them
const isId = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** A name that may become one of a provider of the person's own, or of an account. Throws `usage.bad-value`. */
export function readName(name: string, what: string): string {
  const read = name.trim().toLowerCase();
  if (looksLikeKey(name.trim())) throw isKey(what);
  if (isId.test(read)) return read;
  throw new ModelForgeError("usage.bad-value", {
    message: `${said(name)} cannot be the name of ${what}`,
    hint: "letters, digits, dots, hyphens and underscores, 64 at most",
    details: { value: name },
  });
}
