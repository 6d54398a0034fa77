import { cannotTell, type Checked } from "../../credentials/check/check-credential.ts";
import { cleanKey } from "../../credentials/clean-key.ts";
import { cloudsAtHand } from "../../credentials/cloud/clouds-at-hand.ts";
import { findCredentials, holderOf } from "../../credentials/find.ts";
import { readOrigin } from "../../credentials/hosts/read-origin.ts";
import { openFound } from "../../credentials/open-credential.ts";
import { Secret } from "../../credentials/secret.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import { accountsIn, trustedIn } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { trustingOf } from "../../credentials/where-to.ts";
import { withVariables } from "../../credentials/with-variables.ts";
import type { Warning } from "../../failure.ts";
import { ofProviders, withValues } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import { declaredBy, keysOf } from "../declared-by.ts";
import { givenValues } from "../given-values.ts";
import type { Operation } from "../operation.ts";
import { checkOne, ofCloud, reachedBy } from "./check-all.ts";

export interface CheckKeyInput {
  provider: string;
  /** One that is not kept yet; absent: the one at hand that counts. */
  apiKey?: string;
  /** What variables of its address will say. */
  values?: string[];
  /** The address that it will be allowed to go to. */
  trustHost?: string;
  /** What opens stored credentials that are encrypted. */
  passphrase?: string;
}

/** What `auth status --check` would say once all of this is kept; nothing is kept for it. */
export const checkKey: Operation<CheckKeyInput, Checked> = async (context, input, options) => {
  const { machine, access } = context;
  const { provider, apiKey, trustHost } = input;
  if (options.offline === true || access.settings.offline) {
    return { result: cannotTell("it needs the network, and offline was asked for"), warnings: [] };
  }
  keepOutSecretsOf(machine.environment);
  const given = givenValues(input.values ?? []);
  const { document, warnings } = await readStore(machine);
  const clouds = await cloudsAtHand(machine);
  const own = ofProviders(configurationOf(context));
  const environment = withVariables(withValues(machine.environment, configurationOf(context)), {
    before: given,
    behind: clouds?.values,
  });
  const trusted = [
    ...trustedIn(document),
    ...(trustHost === undefined ? [] : [{ provider, origin: readOrigin(trustHost) }]),
  ];
  const found = findCredentials(provider, accountsIn(document), machine.environment, {
    chain: clouds?.chains.get(provider)?.source,
    named: keysOf(own, provider),
  }).find(({ active }) => active);
  if (apiKey === undefined && found === undefined) {
    return { result: cannotTell("no credential is at hand"), warnings };
  }
  if (apiKey === undefined && typeof found?.chain === "string") {
    return { result: cannotTell(ofCloud), warnings };
  }
  const { reached, warnings: told } = await reachedBy(context, [provider], options);
  const untrusted: Warning[] = [];
  const one = {
    holder: apiKey === undefined && found !== undefined ? holderOf(found) : { provider },
    open: async () => {
      if (apiKey !== undefined || found === undefined)
        return new Secret(cleanKey(apiKey ?? "").key);
      return openFound(machine, document, found, async () => input.passphrase, options.signal);
    },
    reached: reached.get(provider),
    trusting: { ...trustingOf(environment, trusted), declares: declaredBy(own, given) },
    own,
  };
  const result = await checkOne(machine, one, untrusted, options.signal);
  return { result, warnings: [...warnings, ...told, ...untrusted] };
};
