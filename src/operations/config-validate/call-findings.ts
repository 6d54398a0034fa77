import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { whyNotCallable } from "../../credentials/from-environment.ts";
import type { ProviderTemplate } from "../../providers/template.ts";
import { leftOut, remedyFor } from "../left-out.ts";
import { type Around, placeIn, type Spoken } from "./spoken.ts";

/** Why a provider could not be called now, though a model of it is to be used. What its address lacks is said elsewhere. */
export function callFindings(
  provider: ProviderInfo,
  template: ProviderTemplate,
  spoken: Spoken,
  { configuration, having }: Around,
): Finding[] {
  const { id, used } = spoken;
  const find = (...path: readonly string[]) =>
    configuration.leaves.find((leaf) => leaf.path.join("\0") === path.join("\0"));
  if (having.isDisabled?.(id) === true) {
    const off = { provider: id, why: "disabled" as const, missing: [] };
    const [message = ""] = leftOut([off]);
    const at = used?.at() ?? placeIn(spoken);
    return [finding("config.disabled-provider", at, message, remedyFor(off, { find }))];
  }
  const against = whyNotCallable(provider, having);
  if (against?.why === "unfit" && template.missing.length === 0) {
    const [message = ""] = leftOut([against]);
    const fix = remedyFor(against, { find });
    return [finding("config.incomplete-provider", placeIn(spoken), message, fix)];
  }
  const isMissing =
    against?.why === "unasked" || (against?.why === "credential" && !template.isLocal);
  if (!isMissing || template.missing.length > 0) return [];
  const [message = ""] = leftOut([against]);
  const fix = remedyFor(against, { find });
  return [finding("config.no-credential", placeIn(spoken), message, fix)];
}
