import { keyPatterns, looksLikeKey } from "../../catalog/words/key-forms.ts";
import { isoTime } from "../../catalog/words/dates.ts";
import { cleanKey, othersKey, takenOff } from "../../credentials/clean-key.ts";
import { holderOfStored } from "../../credentials/find.ts";
import { readOrigin } from "../../credentials/hosts/read-origin.ts";
import { nearMiss, providersIn, providerToBe, readName } from "../../credentials/provider-meant.ts";
import { findProgram, keyOfCommand, type RunningMachine } from "../../credentials/key-command.ts";
import { Secret } from "../../credentials/secret.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import { chooseStore } from "../../credentials/store/choose-store.ts";
import { changeStore } from "../../credentials/store/change-store.ts";
import {
  accountsIn,
  lockIn,
  type SignedIn,
  type StoredAccount,
  type StoreDocument,
  trustedIn,
  withAccount,
  storeOf,
  withTrusted,
} from "../../credentials/store/document.ts";
import { newKeychainName } from "../../credentials/store/in-keychain.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { newLock, sealed, sealedAll, unlock } from "../../credentials/store/sealed.ts";
import { trustingOf, whereTo } from "../../credentials/where-to.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import type { Operation } from "../operation.ts";
import { readOnTheWay } from "../read-on-the-way.ts";
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
  const { provider: name, apiKey, command, store, account: called = "default" } = input;
  const { trustHost, passphrase, yes = false } = input;
  const { signal } = options;
  const origin = trustHost === undefined ? undefined : readOrigin(trustHost);
  const account = readName(called, "an account");
  // before a program is run for the key of nobody
  const hasHost = origin !== undefined;
  const before = (await readStore(machine)).document;
  const meant = providerToBe(name, providersIn(before), hasHost);
  if (command !== undefined) refuseKeyIn(command, keepOutSecretsOf(machine.environment));
  if (store !== undefined && command !== undefined) throw noPlaceForCommands();
  // before anybody waits for the store, or signs in for nothing
  const chosen =
    command === undefined
      ? await chooseStore(machine, before, {
          wanted: store ?? "auto",
          hasPassphrase: passphrase !== undefined,
        })
      : undefined;
  const given =
    (await signedInGiven(context, { ...input, provider: meant }, options)) ??
    (await givenOf(machine, name, apiKey, command));
  const { secret } = given;
  const addedAt = isoTime(machine.clock.now());
  let result: LoggedIn | undefined;
  const warnings = await changeStore(
    machine,
    async (document, keychain) => {
      const accounts = accountsIn(document);
      const provider = providerToBe(name, providersIn(document), hasHost);
      if (!yes) refuseOthers(secret, provider);
      const isInKeychain = chosen?.store === "keychain";
      const opened = isInKeychain
        ? { document, key: undefined }
        : await opening(machine, document, passphrase);
      const lastFour = given.signIn === undefined ? secret.lastFour : given.signIn.lastFour;
      const signedIn = given.signIn && { signedIn: given.signIn.index };
      const plain = { provider, account, active: true, lastFour, addedAt, ...signedIn };
      const added: StoredAccount = isInKeychain
        ? { ...plain, kept: { keychain: newKeychainName(machine.codec, plain) } }
        : keptAs(plain, given, opened.key);
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

export interface Given {
  secret: Secret;
  removed: string[];
  /** With the whole path of its program. */
  command?: readonly string[];
  /** Of one that was got by signing in: what the index says of it. */
  signIn?: { index: SignedIn; lastFour: string | null; warnings: Warning[] };
}

/** A command is run once, so that one that gives no key is not kept. Throws `usage.*`, `credential.missing`. */
async function givenOf(
  machine: RunningMachine,
  provider: string,
  apiKey: string | undefined,
  command: readonly string[] | undefined,
): Promise<Given> {
  if ((apiKey === undefined) === (command === undefined)) {
    throw new ModelForgeError("usage.missing-argument", {
      message: "either a key is given or a command that prints it",
      hint: "give one of them",
    });
  }
  if (apiKey !== undefined) {
    const { key, removed } = cleanKey(apiKey);
    return { secret: new Secret(key), removed };
  }
  const [program = "", ...words] = command ?? [];
  const whole = [findProgram(machine, program), ...words];
  return { secret: await keyOfCommand(machine, provider, whole), removed: [], command: whole };
}

function keptAs(
  index: Omit<StoredAccount, "kept">,
  { secret, command }: Given,
  key: Parameters<typeof sealed>[0] | undefined,
): StoredAccount {
  // it is another key tomorrow
  if (command !== undefined) return { ...index, lastFour: null, kept: { command } };
  const open = { ...index, kept: { secret: secret.reveal() } };
  return key === undefined ? open : sealed(key, open, secret.reveal());
}

function refuseOthers(secret: Secret, provider: string): void {
  const other = othersKey(secret.reveal(), provider);
  if (other === undefined) return;
  throw new ModelForgeError("usage.confirmation-needed", {
    message: `that begins as a key of ${other} does, not one of ${provider}`,
    hint: `if it is one of ${provider} all the same, add --yes; else modelforge auth login ${other}`,
    details: { provider, looksLike: other },
  });
}

function noPlaceForCommands(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "a command is kept in the place of a key, and goes into no keychain",
    hint: "leave out --store, or give a key",
    details: { field: "store" },
  });
}

/** Words of a program are seen by all of the machine while it runs, and are kept as they are. */
function refuseKeyIn(command: readonly string[], known: ReadonlySet<string>): void {
  // `--token=…`, `-psk-…`
  const words = command.flatMap((word) => [...word.split(/[\s"'`=,;]+/), word.replace(/^-\w/, "")]);
  const isKey = words.some(
    (word) =>
      looksLikeKey(word) ||
      [...known].some((value) => value.length >= 8 && word.includes(value)) ||
      keyPatterns.some(({ pattern }) => word.search(pattern) >= 0),
  );
  if (!isKey) return;
  throw new ModelForgeError("usage.bad-value", {
    message: "a word of the command looks like a key: the program is to find it by itself",
    hint: "--key-stdin keeps a key; a command names where it is, as in op read op://vault/item/key",
    details: { field: "command" },
  });
}
