import { said } from "../../catalog/words/said.ts";
import { getProvider, providersIn } from "../../credentials/provider-meant.ts";
import { changeStore } from "../../credentials/store/change-store.ts";
import { accountsIn, withoutAccount } from "../../credentials/store/document.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Operation } from "../operation.ts";
import type { AuthLogoutInput } from "./input.ts";

export interface LoggedOut {
  /** The accounts that are no longer stored. */
  removed: { provider: string; account: string }[];
}

/** Removes stored credentials. Origins that were trusted stay so. */
export const authLogout: Operation<AuthLogoutInput, LoggedOut> = async (
  { machine },
  { provider: name, account, all = false, forget = false },
  { signal },
) => {
  if (name === undefined && (!all || account !== undefined)) {
    throw new ModelForgeError("usage.missing-argument", {
      message: "whose credential is to be removed is missing",
      hint: "name a provider that modelforge auth list shows, or say --all",
    });
  }
  let removed: LoggedOut["removed"] = [];
  const warnings = await changeStore(
    machine,
    (document, keychain) => {
      const accounts = accountsIn(document);
      const provider = name === undefined ? undefined : getProvider(name, providersIn(document));
      const gone = accounts.filter(
        (one) =>
          (provider === undefined || one.provider === provider) &&
          (account === undefined || one.account === account),
      );
      if (gone.length === 0 && provider !== undefined) throw nothingThere(provider, account);
      for (const { kept, provider: whose } of gone) {
        // what is forgotten and stays there is noted, and said
        if ("keychain" in kept && !forget) keychain.removed.set(kept.keychain, whose);
      }
      removed = gone.map((one) => ({ provider: one.provider, account: one.account }));
      return gone.reduce(withoutAccount, document);
    },
    signal,
  );
  return { result: { removed }, warnings };
};

function nothingThere(provider: string, account: string | undefined): ModelForgeError {
  const which = account === undefined ? "" : ` under the name ${said(account)}`;
  return new ModelForgeError("credential.missing", {
    message: `no credential is stored for ${provider}${which}`,
    hint: "modelforge auth list shows what is; a variable is unset in your shell",
    details: { provider, account: account ?? null },
  });
}
