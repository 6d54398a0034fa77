import { isoTime } from "../../catalog/words/dates.ts";
import { readOrigin } from "../../credentials/hosts/read-origin.ts";
import type { TrustedOrigin } from "../../credentials/hosts/may-go-to.ts";
import { nearMiss, providersIn, providerToBe } from "../../credentials/provider-meant.ts";
import { changeStore } from "../../credentials/store/change-store.ts";
import {
  type StoreDocument,
  trustedIn,
  withoutTrusted,
  withTrusted,
} from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Operation } from "../operation.ts";
import { readOnTheWay } from "../read-on-the-way.ts";
import type { AuthTrustInput } from "./input.ts";

export interface Trust {
  /** All origins that are trusted now. */
  trusted: TrustedOrigin[];
  /** What was added or taken away; null where all was so already. */
  changed: TrustedOrigin | null;
}

/** Lets a provider's credentials go to an origin, or no longer; says which may. */
export const authTrust: Operation<AuthTrustInput, Trust> = async (
  { machine },
  { provider: name, address, remove = false },
  { signal },
) => {
  if (name === undefined || address === undefined) {
    if (name !== undefined || remove) throw noAddress();
    const { document, warnings } = await readStore(machine);
    return { result: { trusted: trustedIn(document), changed: null }, warnings };
  }
  const origin = readOrigin(address);
  let after: StoreDocument = {};
  let changed: TrustedOrigin | null = null;
  const warnings = await changeStore(
    machine,
    (document) => {
      const provider = providerToBe(name, providersIn(document), !remove);
      const one = { provider, origin };
      const isThere = trustedIn(document).some(
        (other) => other.provider === provider && other.origin === origin,
      );
      after = document;
      if (isThere !== remove) return document;
      changed = one;
      const addedAt = isoTime(machine.clock.now());
      after = remove ? withoutTrusted(document, one) : withTrusted(document, { ...one, addedAt });
      return after;
    },
    signal,
  );
  const told = remove || changed === null ? [] : nearMiss((changed as TrustedOrigin).provider);
  if (!remove) told.push(...readOnTheWay(origin));
  return { result: { trusted: trustedIn(after), changed }, warnings: [...warnings, ...told] };
};

function noAddress(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "a provider and an address are needed",
    hint: "for example modelforge auth trust vllm http://10.0.0.5:8000",
  });
}
