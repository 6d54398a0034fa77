import { isoTime } from "../../catalog/words/dates.ts";
import { takenOff } from "../../credentials/clean-key.ts";
import { holderOfStored } from "../../credentials/find.ts";
import { readOrigin } from "../../credentials/hosts/read-origin.ts";
import { nearMiss, providersIn, providerToBe, readName } from "../../credentials/provider-meant.ts";
import { chooseStore } from "../../credentials/store/choose-store.ts";
import { changeStore, tryStore } from "../../credentials/store/change-store.ts";
import {
  accountsIn,
  lockIn,
  type StoredAccount,
  type StoreDocument,
  trustedIn,
  withAccount,
  storeOf,
  withTrusted,
} from "../../credentials/store/document.ts";
import { newKeychainName, tryKeychain } from "../../credentials/store/in-keychain.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { newLock, sealed, sealedAll, unlock } from "../../credentials/store/sealed.ts";
import { trustingOf, whereTo } from "../../credentials/where-to.ts";
import type { Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { ofProviders } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import type { Operation } from "../operation.ts";
import { calledAt } from "../where-they-may-go.ts";
import { readOnTheWay } from "../read-on-the-way.ts";
import { type Given, givenOf, refuseOthers, staysElsewhere } from "./given.ts";
import type { AuthLoginInput } from "./input.ts";
import { signedInGiven } from "./signing-in.ts";

export interface LoggedIn {
  provider: string;
  account: string;
  lastFour: string | null;
  store: ReturnType<typeof storeOf>;
  encrypted: boolean;
  /** Where it goes; null where nobody knows. */
  host: string | null;
  /** Whether there was one of that name before. */
  replaced: boolean;
}

/** Keeps a credential, as the one of its provider that counts. */
export const authLogin: Operation<AuthLoginInput, LoggedIn> = async (context, input, options) => {
  const { machine } = context;
  const { provider: name, store, account: called = "default" } = input;
  const { trustHost, passphrase, yes = false } = input;
  const { signal } = options;
  const origin = trustHost === undefined ? undefined : readOrigin(trustHost);
  const account = readName(called, "an account");
  // before a program is run for the key of nobody
  const hasHost = origin !== undefined;
  const before = (await readStore(machine)).document;
  const said = [...calledAt(ofProviders(configurationOf(context))).keys()];
  const meant = providerToBe(name, [...providersIn(before), ...said], hasHost);
  // before anybody waits for the store, or signs in for nothing
  const chosen = staysElsewhere(machine, input)
    ? undefined
    : await chooseStore(machine, before, {
        wanted: store ?? "auto",
        hasPassphrase: passphrase !== undefined,
      });
  const ready = () =>
    tryStore(
      machine,
      async (document) => {
        if (chosen?.store === "keychain") await tryKeychain(machine.keychain);
        else await opening(machine, document, passphrase);
      },
      signal,
    );
  const given =
    (await signedInGiven(context, { ...input, provider: meant }, options, ready)) ??
    (await givenOf(machine, name, input));
  const { secret } = given;
  const addedAt = isoTime(machine.clock.now());
  let result: LoggedIn | undefined;
  const warnings = await changeStore(
    machine,
    async (document, keychain) => {
      const accounts = accountsIn(document);
      const provider = providerToBe(name, [...providersIn(document), ...said], hasHost);
      if (!yes) refuseOthers(given, provider);
      const isInKeychain = chosen?.store === "keychain";
      const opened = isInKeychain
        ? { document, key: undefined }
        : await opening(machine, document, passphrase);
      const lastFour = given.signIn === undefined ? secret.lastFour : given.signIn.lastFour;
      const signedIn = given.signIn && { signedIn: given.signIn.index };
      const plain = { provider, account, active: true, lastFour, addedAt, ...signedIn };
      const added: StoredAccount = isInKeychain
        ? { ...plain, kept: { keychain: newKeychainName(machine.codec, plain) } }
        : keptAs(plain, given, opened.key, yes);
      if ("keychain" in added.kept) keychain.added.set(added.kept.keychain, secret);
      const trusting =
        origin === undefined
          ? opened.document
          : withTrusted(opened.document, { provider, origin, addedAt });
      const after = withAccount(trusting, added);
      result = {
        provider,
        account,
        lastFour: added.lastFour,
        store: storeOf(added),
        encrypted: "sealed" in added.kept,
        host: whereTo(holderOfStored(added), trustingOf(machine.environment, trustedIn(after)))
          .host,
        replaced: accounts.some((one) => one.provider === provider && one.account === account),
      };
      return after;
    },
    signal,
  );
  const cleaned = takenOff(given);
  const notes: Warning[] =
    cleaned === undefined ? [] : [{ code: "credential.cleaned", message: cleaned }];
  const { provider } = result as LoggedIn;
  const open = origin === undefined ? [] : readOnTheWay(origin);
  return {
    result: result as LoggedIn,
    warnings: [
      ...(given.signIn?.warnings ?? []),
      ...(chosen?.notes ?? []),
      ...warnings,
      ...notes,
      ...open,
      ...nearMiss(provider),
    ],
  };
};

/** What a new credential is sealed with, where stored ones are; a passphrase seals all of them from then on. */
async function opening(
  machine: Pick<System, "sealing" | "codec">,
  document: StoreDocument,
  passphrase: string | undefined,
) {
  const lock = lockIn(document);
  if (lock !== undefined) {
    return { document, key: await unlock(machine, lock, async () => passphrase) };
  }
  if (passphrase === undefined) return { document, key: undefined };
  const made = await newLock(machine, passphrase);
  return { document: sealedAll(document, made), key: made.key };
}

function keptAs(
  index: Omit<StoredAccount, "kept">,
  { secret, kept }: Given,
  key: Parameters<typeof sealed>[0] | undefined,
  isConfirmed: boolean,
): StoredAccount {
  // it is another key tomorrow
  if (kept !== undefined) {
    return { ...index, lastFour: null, ...(isConfirmed && { confirmed: true }), kept };
  }
  const open = { ...index, kept: { secret: secret.reveal() } };
  return key === undefined ? open : sealed(key, open, secret.reveal());
}
