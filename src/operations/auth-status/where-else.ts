import type { Leaf } from "../../config/layers.ts";
import { type AtHand, ownVariables } from "../../credentials/from-environment.ts";
import { type FoundCredential, holderOf } from "../../credentials/find.ts";
import type { Trusting } from "../../credentials/hosts/may-go-to.ts";
import { shownSentence } from "../../config/secrets.ts";
import type { Warning } from "../../failure.ts";
import type { WhereTo } from "../../credentials/where-to.ts";
import { isOpenAt, ownAddress } from "../../providers/own-address.ts";
import { leftOut } from "../left-out.ts";
import { calledAt } from "../where-they-may-go.ts";

/** Where a credential would go as the configuration says, and that it goes nowhere; undefined where that says nothing of it. */
export function whereElse(
  own: readonly Leaf[],
  having: AtHand,
  trusting: Trusting,
): (provider: string, found?: FoundCredential) => (WhereTo & { needsNone: boolean }) | undefined {
  const addresses = calledAt(own);
  return (provider, found) => {
    const holder = found === undefined ? { provider } : holderOf(found);
    const address = addresses.get(provider);
    if (having.isDisabled?.(provider) === true) return nowhere(provider, "disabled");
    if (found !== undefined && isMerelyFound(found, having)) return nowhere(provider, "unasked");
    if (address === undefined) return undefined;
    const there = ownAddress(holder, address, trusting);
    const { url, verdict } = there;
    if (url === undefined) return nowhere(provider, "address");
    if (verdict === "allowed") return { host: url.host, missing: [], why: null, needsNone: false };
    // a server of one's own is called without any
    if (isOpenAt(there)) {
      const why = `it is called without a credential at ${url.host}`;
      // what is there stays there
      if (found !== undefined) return { host: null, missing: [], why, needsNone: true };
      return { host: url.host, missing: [], why, needsNone: true };
    }
    return nowhere(provider, "address");
  };
}

/** Whether it is in the environment or with a cloud's own programs alone, and none is to be found there. */
export function isMerelyFound(
  { provider, variables, stored }: FoundCredential,
  { isUnasked }: AtHand,
): boolean {
  const own = ownVariables(provider);
  const isKept = stored !== null || variables.some((name) => own.includes(name));
  return !isKept && isUnasked?.(provider) === true;
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
