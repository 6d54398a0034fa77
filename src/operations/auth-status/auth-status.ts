import {
  type FoundCredential,
  findCredentials,
  isMeant,
  sourceOf,
  valueIn,
} from "../../credentials/find.ts";
import { hostTable } from "../../credentials/hosts/table.ts";
import { findProvider } from "../../credentials/provider-meant.ts";
import { lastFourOf } from "../../credentials/secret.ts";
import { accountsIn, trustedIn } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { whereTo } from "../../credentials/where-to.ts";
import type { Environment } from "../../system/ports.ts";
import type { Operation } from "../operation.ts";
import type { AuthStatusInput } from "./input.ts";

/** A credential, where it was found and where it goes; of a provider without one, that there is none. */
export interface CredentialStatus {
  provider: string;
  /** Null: it is in the environment, or there is none. */
  account: string | null;
  /** Whether it is the one that would be used. */
  active: boolean;
  found: boolean;
  /** `env:OPENAI_API_KEY`, `file`; null where nothing was found. */
  source: string | null;
  lastFour: string | null;
  /** Null where nobody knows where it goes. */
  host: string | null;
  /** Variables to set before it can be used. */
  missing: string[];
}

/** Every credential at hand, wherever it is. Nothing is unlocked for it. */
export const authStatus: Operation<AuthStatusInput, CredentialStatus[]> = async (
  { machine },
  { providers, account },
) => {
  const { environment } = machine;
  const { document, warnings } = await readStore(machine);
  const accounts = accountsIn(document);
  const trusted = trustedIn(document);
  const others = [...accounts, ...trusted].map(({ provider }) => provider);
  const asked = providers?.map((name) => findProvider(name, others) ?? name);
  const all = new Set([...Object.keys(hostTable), ...others].toSorted());
  const valueOf = (name: string) => valueIn(environment, name);
  const result = [...(asked ?? all)].flatMap((provider): CredentialStatus[] => {
    const found = findCredentials(provider, accounts, environment, { account }).filter(
      (one) => asked !== undefined || isMeant(one),
    );
    const { host, missing } = whereTo(provider, trusted, valueOf);
    const rows = found.map((one) => ({
      provider,
      account: one.account,
      active: one.active,
      found: true,
      source: sourceOf(one),
      lastFour: lastFourIn(one, environment),
      host,
      missing: [...one.missing, ...missing],
    }));
    if (rows.length > 0 || asked === undefined) return rows;
    const variables = hostTable[provider]?.secrets ?? [];
    return [
      {
        provider,
        account: null,
        active: false,
        found: false,
        source: null,
        lastFour: null,
        host,
        missing: [...variables.slice(0, 1), ...missing],
      },
    ];
  });
  return { result, warnings };
};

function lastFourIn(
  { stored, variables }: FoundCredential,
  environment: Pick<Environment, "get">,
): string | null {
  if (stored !== null) return stored.lastFour;
  const [name = ""] = variables;
  // the path of a file, and the half of a pair that is no secret
  if (/(?:_CREDENTIALS|_ACCESS_KEY_ID)$/.test(name)) return null;
  return lastFourOf(valueIn(environment, name) ?? "");
}
