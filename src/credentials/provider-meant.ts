import { looksLikeKey } from "../catalog/words/key-forms.ts";
import { nearest } from "../catalog/words/nearest.ts";
import { said } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import { hostTable } from "./hosts/table.ts";

/** The provider that a name means, case and `_` for `-` forgiven; undefined where none of those known is. */
export function findProvider(name: string, others: readonly string[] = []): string | undefined {
  const known = [...Object.keys(hostTable), ...others];
  const folded = fold(name);
  return known.find((one) => one === name) ?? known.find((one) => fold(one) === folded);
}

/** The same. Throws `provider.not-found`. */
export function getProvider(name: string, others: readonly string[] = []): string {
  const found = findProvider(name, others);
  if (found !== undefined) return found;
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
