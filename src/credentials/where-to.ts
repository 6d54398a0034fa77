import { ownEntry } from "../catalog/words/own-entry.ts";
import type { Environment } from "../system/ports.ts";
import { valueIn } from "./find.ts";
import { type Holder, mayGoTo, type Trusting, type TrustedOrigin } from "./hosts/may-go-to.ts";
import { hostTable } from "./hosts/table.ts";
import { fillHost, fillNamed, type Filled, whyUnfit } from "./hosts/template.ts";
import { secretTest } from "./secrets-at-hand.ts";

export interface WhereTo {
  /** Null where nobody knows it, or a variable is missing that says it. */
  host: string | null;
  /** The variables that would say it, or that say something else. */
  missing: readonly string[];
  /** What is wrong with what they say. */
  why: string | null;
}

/** What decides where credentials go: the origins that the person trusted, and what the environment says. */
export function trustingOf(
  environment: Pick<Environment, "get" | "names">,
  trusted: readonly TrustedOrigin[],
): Trusting {
  return {
    trusted,
    valueOf: (name) => valueIn(environment, name),
    isSecret: secretTest(environment),
  };
}

/** Where a credential would go now: to nothing that it would be refused. */
export function whereTo(holder: Holder, trusting: Trusting): WhereTo {
  const [only] = holder.only ?? [];
  if (only !== undefined) return to(new URL(only));
  const hosts = ownEntry(hostTable, holder.provider)?.hosts ?? [];
  let unfit: Filled["unfit"] = [];
  for (const host of hosts) {
    const filled = typeof host === "string" ? fillHost(host, trusting) : fillNamed(host, trusting);
    if (filled.text !== undefined) {
      const url = urlOf(filled.text);
      if (url !== undefined && mayGoTo(holder, url, trusting) === "allowed") return to(url);
    }
    if (unfit.length === 0) unfit = filled.unfit;
  }
  const own = trusting.trusted.filter((one) => one.provider === holder.provider);
  for (const { origin } of own) {
    const url = urlOf(origin);
    if (url !== undefined && mayGoTo(holder, url, trusting) === "allowed") return to(url);
  }
  const isWrong = unfit.some(([, why]) => why !== "missing");
  const missing = unfit.map(([name]) => name);
  return { host: null, missing, why: isWrong ? whyUnfit(unfit) : null };
}

function to({ host }: URL): WhereTo {
  return { host, missing: [], why: null };
}

function urlOf(address: string): URL | undefined {
  try {
    return new URL(address.includes("://") ? address : `https://${address}`);
  } catch {
    return undefined;
  }
}
