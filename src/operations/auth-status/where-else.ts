import type { Leaf } from "../../config/layers.ts";
import { type AtHand, ownVariables } from "../../credentials/from-environment.ts";
import type { Holder, Trusting } from "../../credentials/hosts/may-go-to.ts";
import { shownSentence } from "../../config/secrets.ts";
import type { Warning } from "../../failure.ts";
import type { WhereTo } from "../../credentials/where-to.ts";
import { isOnesOwn, ownAddress } from "../../providers/own-address.ts";
import { leftOut } from "../left-out.ts";
import { calledAt } from "../where-they-may-go.ts";

/** Where a credential would go as the configuration says, and that it goes nowhere; undefined where that says nothing of it. */
export function whereElse(
  own: readonly Leaf[],
  having: AtHand,
  trusting: Trusting,
): (holder: Holder, found?: "found") => (WhereTo & { needsNone: boolean }) | undefined {
  const addresses = calledAt(own);
  return (holder, found) => {
    const { provider } = holder;
    const address = addresses.get(provider);
    if (having.isDisabled?.(provider) === true) return nowhere(provider, "disabled");
    if (isMerelyFound(holder, having)) return nowhere(provider, "unasked");
    if (address === undefined) return undefined;
    const { url, verdict } = ownAddress(holder, address, trusting);
    if (url === undefined) return undefined;
    if (verdict === "allowed") return { host: url.host, missing: [], why: null, needsNone: false };
    // a server of one's own is called without any
    if (isOnesOwn(url)) {
      const why = `it is called without a credential at ${url.host}`;
      // what is there stays there
      if (found === "found") return { host: null, missing: [], why, needsNone: true };
      return { host: url.host, missing: [], why, needsNone: true };
    }
    return nowhere(provider, "address");
  };
}

/** Whether it is in the environment alone, and none is to be found there. */
export function isMerelyFound({ provider, variable }: Holder, { isUnasked }: AtHand): boolean {
  const isTheirs = variable !== undefined && !ownVariables(provider).includes(variable);
  return isTheirs && isUnasked?.(provider) === true;
}

/** That a project has a provider called elsewhere, whose credential is at hand and stays here. */
export function movedByProject(own: readonly Leaf[], providers: ReadonlySet<string>): Warning[] {
  return own.flatMap(({ path: [, provider = "", part], value, scope, file }) => {
    if (part !== "baseUrl" || scope !== "project" || !providers.has(provider)) return [];
    const message = `${file}: ${provider} is called at ${shownSentence(String(value))} here, without its credential`;
    return [{ code: "config.project-address", message, details: { provider } }];
  });
}

function nowhere(provider: string, why: "disabled" | "unasked" | "address") {
  const [said = ""] = leftOut([{ provider, why, missing: [] }]);
  return { host: null, missing: [], why: said, needsNone: false };
}
