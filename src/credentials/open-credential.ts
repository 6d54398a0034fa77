import { said } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import { cloudsAtHand } from "./cloud/clouds-at-hand.ts";
import type { System } from "../system/ports.ts";
import {
  accountWanted,
  type AccountWanted,
  type FoundCredential,
  findCredentials,
  type Named,
  valueIn,
} from "./find.ts";
import { Secret } from "./secret.ts";
import { keyVariables } from "./variables-for.ts";
import { accountsIn, type StoreDocument, type StoredAccount } from "./store/document.ts";
import { type ReadStore, readStore } from "./store/read-store.ts";
import { type AskPassphrase, secretOf } from "./store/sealed.ts";

type OpeningMachine = Pick<
  System,
  | "environment"
  | "sealing"
  | "keychain"
  | "codec"
  | "files"
  | "process"
  | "http"
  | "clock"
  | "installation"
>;

export interface OpenCredential {
  found: FoundCredential;
  secret: Secret;
}

/** The credential of a provider that counts. Throws `credential.*`; of one that is got by signing in also `network.*`. */
export async function openCredential(
  machine: OpeningMachine,
  store: Pick<ReadStore, "document" | "problem">,
  provider: string,
  {
    account,
    named,
    ask,
    signal,
  }: AccountWanted & Named & { ask: AskPassphrase; signal?: AbortSignal },
): Promise<OpenCredential> {
  const { environment } = machine;
  const all = findCredentials(provider, accountsIn(store.document), environment, {
    account,
    named,
  });
  const found = all.find(({ active }) => active);
  if (found === undefined) {
    const chain = (await cloudsAtHand(machine))?.chains.get(provider);
    if (account === undefined && chain !== undefined)
      throw noKey(provider, chain.source ?? chain.why);
    const isKept = all.some(({ stored }) => stored !== null);
    const asked = isKept ? accountWanted(environment, account) : account;
    throw missing(provider, { account: asked, named, problem: store.problem?.message });
  }
  return { found, secret: await openFound(machine, store.document, found, ask, signal) };
}

/** One that was found, or what took its place meanwhile. Throws `credential.locked`, and `credential.missing` for what is no key by itself. */
export async function openFound(
  machine: OpeningMachine,
  document: StoreDocument,
  { provider, stored, variables, chain }: FoundCredential,
  ask: AskPassphrase,
  signal?: AbortSignal,
): Promise<Secret> {
  if (stored?.signedIn !== undefined) {
    const { keyOfSignIn } = await import("./device/key-of-sign-in.ts");
    const open = (by: AskPassphrase) => openStored(machine, document, stored, by);
    return keyOfSignIn(machine, stored, { open, ask, signal });
  }
  if (chain !== null) throw noKey(provider, chain);
  if (stored !== null) return openStored(machine, document, stored, ask);
  const [name = ""] = variables;
  const isNoKey = /(?:_ACCESS_KEY_ID|_SECRET_ACCESS_KEY)$/.test(name);
  if (isNoKey) throw noKey(provider, variables.join(" and "));
  return new Secret(valueIn(machine.environment, name) ?? "");
}

/** A key that left the keychain meanwhile was replaced, unless the store still speaks of it. */
async function openStored(
  machine: OpeningMachine,
  document: StoreDocument,
  stored: StoredAccount,
  ask: AskPassphrase,
): Promise<Secret> {
  try {
    return await secretOf(machine, document, stored, ask);
  } catch (error) {
    const isGone = error instanceof ModelForgeError && error.details.reason === "gone";
    const now = isGone ? (await readStore(machine)).document : document;
    const other = accountsIn(now).find(
      (one) => one.provider === stored.provider && one.account === stored.account,
    );
    const isReplaced = JSON.stringify(other?.kept) !== JSON.stringify(stored.kept);
    if (!isGone || other === undefined || !isReplaced) throw error;
    return secretOf(machine, now, other, ask);
  }
}

function missing(
  provider: string,
  { account, named, problem }: AccountWanted & Named & { problem: string | undefined },
): ModelForgeError {
  const which = account === undefined ? "" : ` under the name ${said(account)}`;
  return new ModelForgeError("credential.missing", {
    message: `no credential of ${provider} is at hand${which}${problem === undefined ? "" : `; ${problem}`}`,
    hint: `modelforge auth login ${provider}, or set ${keyVariables(provider, named)[0]}`,
    details: { provider, account: account ?? null },
  });
}

function noKey(provider: string, where: string | null): ModelForgeError {
  return new ModelForgeError("credential.missing", {
    message: `${provider} is called with what its cloud's own programs find, which is no key that could stand alone: ${where}`,
    hint: "they find it by themselves; nothing of it is handed on",
    details: { provider, source: where },
  });
}
