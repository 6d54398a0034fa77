import type { ModelRow } from "../../words/model.ts";
import { isFree } from "../../words/charges.ts";
import type { ProviderInfo } from "../../words/provider.ts";

/**
 * What a provider is all of whose priced rows are at 0, whatever of them is listed, or that calls itself a plan: it sells a plan, or runs on the
 * machine of whoever asks. It says something of its rows at 0 alone.
 */
export type FreeThroughout = "plan" | "local";

// some list for a few models what they cost elsewhere: zhipuai-coding-plan, alibaba-coding-plan
const calledPlan = /(?:^|-)plan(?:-|$)/;

/** By the id of each such provider. */
export function freeThroughout(
  models: readonly ModelRow[],
  providers: readonly Pick<ProviderInfo, "id" | "auth" | "api">[],
): Map<string, FreeThroughout> {
  const allFree = new Map<string, boolean>();
  for (const model of models) {
    const { provider, price } = model;
    if (price === null || (price.input === null && price.output === null)) continue;
    allFree.set(provider, isFree(model) && (allFree.get(provider) ?? true));
  }
  const found = new Map<string, FreeThroughout>();
  for (const { id, auth, api } of providers) {
    if (allFree.get(id) === true) found.set(id, isLocal(auth, api) ? "local" : "plan");
    else if (calledPlan.test(id)) found.set(id, "plan");
  }
  return found;
}

const thisMachine = /^https?:\/\/(?:localhost|127\.|\[::1\])/i;

/** Asked of the machine itself, or of whoever wants no credential. */
function isLocal(auth: ProviderInfo["auth"], api: string | null): boolean {
  return auth.includes("none") || (api !== null && thisMachine.test(api));
}
