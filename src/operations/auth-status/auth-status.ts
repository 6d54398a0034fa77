import { ownEntry } from "../../catalog/words/own-entry.ts";
import type { Checked } from "../../credentials/check/check-credential.ts";
import {
  accountWanted,
  type FoundCredential,
  findCredentials,
  holderOf,
  isMeant,
  overSince,
  sourceOf,
  valueIn,
} from "../../credentials/find.ts";
import { hostTable } from "../../credentials/hosts/table.ts";
import { getProvider, providersIn } from "../../credentials/provider-meant.ts";
import { lastFourOf } from "../../credentials/secret.ts";
import { accountsIn, trustedIn } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { trustingOf, whereTo } from "../../credentials/where-to.ts";
import { withVariables } from "../../credentials/with-variables.ts";
import type { Environment } from "../../system/ports.ts";
import { atHand, ofProviders, withValues } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import { declaredBy, keysOf } from "../declared-by.ts";
import type { Operation } from "../operation.ts";
import { calledAt } from "../where-they-may-go.ts";
import type { AuthStatusInput } from "./input.ts";
import { isMerelyFound, movedByProject, whereElse } from "./where-else.ts";

/** A credential, where it was found and where it goes; of a provider without one, that there is none. */
export interface CredentialStatus {
  provider: string;
  /** Null: it is in the environment, or there is none. */
  account: string | null;
  /** Whether it is the one that would be used. */
  active: boolean;
  found: boolean;
  /** `env:OPENAI_API_KEY`, `keychain`, `file`, `command`, `aws:profile/work`; null where nothing was found. */
  source: string | null;
  lastFour: string | null;
  /** Null where nobody knows where it goes. */
  host: string | null;
  /** Of one that was got by signing in: when its last key is over, for which another one is got then. */
  expiresAt: string | null;
  /** Variables to set before it can be used. */
  missing: string[];
  /** What the provider says of it; null where it was not asked. */
  check: Checked["check"] | null;
  /** Why nobody can tell, or what is wrong. */
  why: string | null;
}

/** Every credential at hand, wherever it is. Nothing is unlocked for it unless it is to be checked. */
export const authStatus: Operation<AuthStatusInput, CredentialStatus[]> = async (
  context,
  input,
  options,
) => {
  const { machine } = context;
  const { providers, account, check = false } = input;
  const { environment } = machine;
  const store = await readStore(machine);
  const { document } = store;
  const accounts = accountsIn(document);
  const trusted = trustedIn(document);
  const configuration = configurationOf(context);
  const own = ofProviders(configuration);
  const having = await atHand({ machine, configuration });
  const { clouds } = having;
  const others = [...providersIn(document), ...calledAt(own).keys()];
  const asked = providers?.map((name) => getProvider(name, others, environment));
  const known = new Set([...Object.keys(hostTable), ...others].toSorted());
  // a host may be told by a value of the configuration, or by what a cloud says
  const said = withVariables(withValues(environment, configuration), { behind: clouds?.values });
  const trusting = {
    ...trustingOf(said, trusted),
    declares: declaredBy(own),
  };
  const elsewhere = whereElse(own, having, trusting);
  const rows = [...(asked ?? known)].flatMap((provider): StatusRow[] => {
    const chain = clouds?.chains.get(provider);
    const all = findCredentials(provider, accounts, environment, {
      account,
      chain: chain?.source,
      named: keysOf(own, provider),
    });
    const lacking = chain?.needs.filter((name) => valueIn(said, name) === undefined) ?? [];
    // what goes before one that is meant is shown beside it
    const found = asked !== undefined || all.some(isMeant) ? all : [];
    const wanted = accountWanted(environment, account);
    const isThere = all.some((one) => one.account === wanted);
    const whyNotMeant = ({ stored }: FoundCredential): string | null =>
      stored === null || wanted === undefined || isThere
        ? null
        : `the account asked for is ${wanted}`;
    const there = found.map((one): StatusRow => {
      const { host, missing, why } = elsewhere(provider, one) ?? whereTo(holderOf(one), trusting);
      const status = {
        ...nothing,
        provider,
        account: one.account,
        active: one.active,
        found: true,
        source: sourceOf(one),
        lastFour: lastFourIn(one, environment),
        host,
        expiresAt: one.stored?.signedIn?.expiresAt ?? null,
        missing: [...new Set([...one.missing, ...missing, ...(one.chain === null ? [] : lacking)])],
        why: why ?? whyOver(one, machine.clock.now()) ?? whyNotMeant(one),
      };
      const isLeft = asked === undefined && isMerelyFound(one, having);
      return { status, found: one, isLeft };
    });
    if (there.length > 0) return there;
    const other = elsewhere(provider);
    // a server of one's own that is called without one is set up as it is
    if (asked === undefined && other?.needsNone !== true) return [];
    const variables = ownEntry(hostTable, provider)?.secrets ?? keysOf(own, provider);
    const { host, missing, why } = other ?? whereTo({ provider }, trusting);
    // where something is named already, it is not another variable that is missing
    const first = chain === undefined ? variables.slice(0, 1) : [];
    const needed = other?.needsNone === true ? [] : [...first, ...missing];
    const reason = why ?? chain?.why ?? null;
    const status = { ...nothing, provider, host, missing: needed, why: reason };
    return [{ status, found: undefined }];
  });
  const atHandNow = new Set(rows.flatMap(({ found, status }) => (found ? [status.provider] : [])));
  const moved = movedByProject(own, atHandNow);
  const warnings = [...store.warnings, ...(clouds?.warnings ?? []), ...moved];
  if (!check) return { result: rows.map(({ status }) => status), warnings };
  const { checkAll } = await import("./check-all.ts");
  const checked = await checkAll(context, rows, { document, trusting, input, options });
  return { ...checked, warnings: [...warnings, ...checked.warnings] };
};

/** A row, and the credential it is of. */
export interface StatusRow {
  status: CredentialStatus;
  found: FoundCredential | undefined;
  /** Whether its provider is asked nothing unless it is named. */
  isLeft?: boolean;
}

const nothing = {
  account: null,
  active: false,
  found: false,
  source: null,
  lastFour: null,
  expiresAt: null,
  check: null,
  why: null,
} satisfies Partial<CredentialStatus>;

function whyOver({ provider, stored }: FoundCredential, now: number): string | null {
  const endsAt = stored && overSince(stored, now);
  if (endsAt === null) return null;
  return `the sign-in is over since ${endsAt}: modelforge auth login ${provider}`;
}

function lastFourIn(
  { stored, variables }: FoundCredential,
  environment: Pick<Environment, "get">,
): string | null {
  if (stored !== null && !("env" in stored.kept)) return stored.lastFour;
  const [name = ""] = stored !== null && "env" in stored.kept ? [stored.kept.env] : variables;
  // the path of a file, and the half of a pair that is no secret
  if (/(?:_CREDENTIALS|_ACCESS_KEY_ID)$/.test(name)) return null;
  return lastFourOf(valueIn(environment, name) ?? "");
}
