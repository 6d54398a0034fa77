import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { isSecretVariable } from "../../catalog/words/secret-variable.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { heldIn } from "../../credentials/from-environment.ts";
import { hostUntrusted } from "../../credentials/hosts/host-untrusted.ts";
import { type Holder, originOf, type Trusting } from "../../credentials/hosts/may-go-to.ts";
import { isUnread, ownAddress } from "../../providers/own-address.ts";
import type { ProviderTemplate } from "../../providers/template.ts";
import { type Around, placeIn, type Spoken } from "./spoken.ts";

/** Where a provider is called as a file says, and where its credential does not go, or nothing does. */
export function addressFindings(
  provider: ProviderInfo,
  { id, own, files }: Spoken,
  { machine, having, trusting }: Around,
): Finding[] {
  const held = heldIn(provider, having);
  const isStored = held !== undefined && machine.environment.get(held) === undefined;
  const holder: Holder = { provider: id, ...(isStored ? {} : { variable: held }) };
  return own.flatMap((leaf): Finding[] => {
    if (leaf.path[2] !== "baseUrl") return [];
    const address = String(leaf.value).trim();
    const { url, verdict = "allowed" } = ownAddress(holder, address, trusting);
    if (url === undefined || verdict === "allowed" || verdict === "not-http") return [];
    const say = (message: string, fix: string): Finding[] => [
      finding("config.untrusted-address", placeOf(leaf, files), message, fix),
    ];
    if (held !== undefined) {
      const { message, hint = "" } = hostUntrusted(holder, url, verdict, address);
      return say(message, `${hint}; else correct the address`);
    }
    if (isUnread(url)) return [];
    const origin = originOf(url);
    return say(
      `nothing is sent to ${origin}: others could read along there`,
      `write https, or modelforge auth trust ${shellWord(id)} ${shellWord(origin)}`,
    );
  });
}

/** What an address lacks, and what fills it: what is no setting of the provider stands in none. */
export function incomplete(
  spoken: Spoken,
  { missing, why }: ProviderTemplate,
  { valueOf, isSecret }: Trusting,
): Finding {
  const { id, own } = spoken;
  const ofProject = own.some(({ path, scope }) => path[2] === "baseUrl" && scope === "project");
  const fixes = missing.map((name) => {
    const isKey = isSecretVariable(name) || isSecret(valueOf(name) ?? "");
    return isKey || ofProject
      ? `write its address without ${name}`
      : `modelforge config set ${shellWord(`providers.${id}.values.${name}`)} <value>`;
  });
  const message = `the address of ${id}: ${why}`;
  return finding("config.incomplete-provider", placeIn(spoken), message, fixes.join("; "));
}
