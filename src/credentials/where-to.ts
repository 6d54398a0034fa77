import { ownEntry } from "../catalog/words/own-entry.ts";
import { hostTable } from "./hosts/table.ts";
import type { TrustedOrigin } from "./hosts/may-go-to.ts";

export interface WhereTo {
  /** Null where nobody knows it, or a variable is missing that says it. */
  host: string | null;
  /** The variables that would say it. */
  missing: readonly string[];
}

/** Where a provider's credential would go now. */
export function whereTo(
  provider: string,
  trusted: readonly TrustedOrigin[],
  valueOf: (variable: string) => string | undefined,
): WhereTo {
  const hosts = ownEntry(hostTable, provider)?.hosts ?? [];
  let missing: readonly string[] | undefined;
  for (const host of hosts) {
    if (typeof host !== "string") {
      const named = valueOf(host.variable);
      if (named !== undefined) return { host: authorityOf(named), missing: [] };
      missing ??= [host.variable];
      continue;
    }
    const variables = [...host.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name);
    const unset = variables.filter((name) => valueOf(name) === undefined);
    if (unset.length > 0) {
      missing ??= unset;
      continue;
    }
    const filled = host.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => valueOf(name) ?? "");
    return { host: authorityOf(filled), missing: [] };
  }
  const origin = trusted.find((one) => one.provider === provider)?.origin;
  if (origin !== undefined) return { host: authorityOf(origin), missing: [] };
  return { host: null, missing: missing ?? [] };
}

function authorityOf(address: string): string {
  return address
    .replace(/^https?:\/\//i, "")
    .replace(/\/.*$/s, "")
    .toLowerCase();
}
