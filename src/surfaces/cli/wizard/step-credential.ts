import { keepOut } from "../../../catalog/words/kept-out.ts";
import { cleanKey, othersKey, takenOff } from "../../../credentials/clean-key.ts";
import { lastFourOf } from "../../../credentials/secret.ts";
import { lockIn } from "../../../credentials/store/document.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { unlock } from "../../../credentials/store/sealed.ts";
import { ModelForgeError } from "../../../failure.ts";
import { authStatus } from "../../../operations/auth-status/auth-status.ts";
import type { ProviderTemplate } from "../../../operations/provider-info/provider-info.ts";
import { passphraseFor } from "../auth-input.ts";
import type { Credential } from "./draft.ts";
import { projectAddress } from "./step-address.ts";
import { type Move, refusalOf, type Wizard } from "./wizard.ts";

/** Whether the chosen provider takes one at all. */
export async function takesCredential(wizard: Wizard): Promise<boolean> {
  const { template } = await wizard.details();
  if (template.credentials.length > 0) return true;
  return (await foundFor(wizard)) !== undefined;
}

export async function askCredential(wizard: Wizard): Promise<Move> {
  const { draft } = wizard;
  const { template } = await wizard.details();
  const found = await foundFor(wizard);
  const options = optionsFor(template, found);
  const before = draft.own.credential?.kind;
  const at = options.findIndex(({ value }) => value === before);
  const chosen = await wizard.choose(
    "credential",
    {
      question: `Which credential of ${draft.provider}?`,
      at: Math.max(0, at),
      body: [
        ...(found === undefined ? [{ text: "None is at hand.", tone: "dim" } as const] : []),
        ...projectAddress(wizard),
      ],
    },
    options,
  );
  if (chosen === undefined) return "back";
  const credential = await credentialOf(wizard, chosen, found);
  if (credential === undefined) return "again";
  if (needsPassphrase(credential) && !(await askPassphrase(wizard))) return "again";
  draft.own.credential = credential;
  // who goes on without one is not asked again where it may go
  if (credential.kind === "none") delete draft.own.trustHost;
  return "next";
}

/** The one that would be used now. */
export async function foundFor(
  wizard: Wizard,
): Promise<Extract<Credential, { kind: "found" }> | undefined> {
  try {
    const input = { providers: [wizard.draft.provider] };
    const { result } = await wizard.run(authStatus, input);
    const active = result.find((one) => one.found && one.active);
    if (active === undefined) return undefined;
    const { source, lastFour } = active;
    return { kind: "found", source: source ?? "", lastFour, isStored: source === "file" };
  } catch (error) {
    const isUnknown = error instanceof ModelForgeError && error.code === "provider.not-found";
    if (isUnknown) return undefined;
    throw error;
  }
}

interface CredentialOption {
  label: string;
  about: string;
  value: Credential["kind"];
}

/** What is at hand goes first, and a server on this machine asks for none. */
function optionsFor(
  { isLocal, credentials }: ProviderTemplate,
  found: Extract<Credential, { kind: "found" }> | undefined,
): CredentialOption[] {
  const variables = credentials[0]?.join(" and ") ?? "its variable";
  const end = found?.lastFour == null ? "" : `, ends in ${found.lastFour}`;
  const kept: CredentialOption[] =
    found === undefined
      ? []
      : [{ label: "keep this one", about: `${found.source}${end}`, value: "found" }];
  const typed: CredentialOption = {
    label: found === undefined ? "type a key" : "type another key",
    about: "it is kept on this machine",
    value: "typed",
  };
  const none: CredentialOption = isLocal
    ? { label: "go on without", about: "a server on this machine may need none", value: "none" }
    : { label: "skip", about: `I set the variable ${variables} myself`, value: "none" };
  return [...kept, typed, none];
}

async function credentialOf(
  wizard: Wizard,
  kind: Credential["kind"],
  found: Credential | undefined,
): Promise<Credential | undefined> {
  if (kind === "none") return { kind };
  return kind === "found" ? found : typedKey(wizard);
}

/** Undefined: back to the choice. What can be no key is asked for again, as `auth login` refuses it. */
async function typedKey(wizard: Wizard): Promise<Credential | undefined> {
  const { provider, own } = wizard.draft;
  const { credential } = own;
  const before = credential?.kind === "typed" ? credential.key : "";
  let message = "";
  for (;;) {
    const answer = await wizard.ask("key", {
      question: `Key of ${provider}:`,
      body: [{ text: "Nothing of it is shown.", tone: "dim" }],
      isMasked: true,
      typed: before,
      message,
    });
    if (answer.kind !== "typed") return undefined;
    try {
      const cleaned = cleanKey(answer.text);
      const { key } = cleaned;
      keepOut(key);
      const other = othersKey(key, provider);
      const isOthers = other !== undefined;
      if (isOthers && !(await isMeant(wizard, other))) continue;
      wizard.message = takenOff(cleaned) ?? "";
      return { kind: "typed", key, lastFour: lastFourOf(key), isOthers };
    } catch (error) {
      message = refusalOf(error);
    }
  }
}

async function isMeant(wizard: Wizard, other: string): Promise<boolean> {
  const { provider } = wizard.draft;
  const answer = await wizard.choose(
    "other-key",
    {
      question: `That begins as a key of ${other} does, not one of ${provider}. Keep it all the same?`,
    },
    [
      { label: "no", about: "type another", value: false },
      { label: "yes", value: true },
    ],
  );
  return answer === true;
}

function needsPassphrase(credential: Credential): boolean {
  return credential.kind === "typed" || (credential.kind === "found" && credential.isStored);
}

/** Where stored credentials are locked: false where the person went back. */
async function askPassphrase(wizard: Wizard): Promise<boolean> {
  const { context, draft } = wizard;
  const { document } = await readStore(context.machine);
  const lock = lockIn(document);
  if (lock === undefined || draft.passphrase !== undefined) return true;
  let typed = await passphraseFor(context, { prompts: false }, document);
  let message = "";
  for (;;) {
    if (typed === undefined) {
      const question = "Passphrase of stored credentials:";
      const answer = await wizard.ask("passphrase", { question, isMasked: true, message });
      if (answer.kind !== "typed") return false;
      typed = answer.text;
    }
    const given = typed;
    try {
      await unlock(context.machine, lock, async () => given);
      draft.passphrase = given;
      return true;
    } catch (error) {
      message = refusalOf(error);
      typed = undefined;
    }
  }
}
