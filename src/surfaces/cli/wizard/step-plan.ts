import { accountsIn } from "../../../credentials/store/document.ts";
import { chooseStore } from "../../../credentials/store/choose-store.ts";
import { storePlace } from "../../../credentials/store/place.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { configUse } from "../../../operations/config-use/config-use.ts";
import { ModelForgeError } from "../../../failure.ts";
import type { BodyLine } from "../picker/asking/contract.ts";
import { foundFor } from "./step-credential.ts";
import { type Move, refusalOf, sentenceOf, type Wizard } from "./wizard.ts";
import { writesOf } from "./writes.ts";

/** Shows every line that would be written, and asks. */
export async function askPlan(wizard: Wizard): Promise<Move> {
  const { draft } = wizard;
  let body: BodyLine[];
  let isPossible = true;
  let isShut = false;
  try {
    body = [...(await keyLines(wizard)), ...(await changeLines(wizard))];
  } catch (error) {
    body = [{ text: refusalOf(error), tone: "red" }];
    isPossible = false;
    isShut = isKeychainShut(error);
  }
  const write = { label: "write it", value: "next" as Move };
  const inFile = { label: "keep the key in a file", value: "in-file" as const };
  const others = [
    { label: "go back", about: "what was entered is kept", value: "back" as Move },
    { label: "another provider", value: { to: "provider" } as Move },
  ];
  const move = await wizard.choose<Move | "in-file">(
    "plan",
    {
      question: isPossible
        ? `Use ${draft.own.model}? This will be written:`
        : `${draft.own.model} cannot be set up so:`,
      body,
    },
    isPossible ? [write, ...others] : isShut ? [inFile, ...others] : others,
  );
  if (move !== "in-file") return move ?? "back";
  draft.store = "file";
  return "again";
}

/** What is kept beside the configuration. */
async function keyLines(wizard: Wizard): Promise<BodyLine[]> {
  const { draft } = wizard;
  const { provider, own } = draft;
  const { credential, trustHost } = own;
  const lines: BodyLine[] = [];
  if (credential?.kind === "typed") {
    const text = `a key of ${provider}${endOf(credential)}${await replacedBy(wizard)}`;
    lines.push({ text, tone: "green" });
  }
  if (trustHost !== undefined) {
    lines.push({ text: `credentials of ${provider} may go to ${trustHost}`, tone: "green" });
  }
  if (lines.length === 0) return [];
  const found = credential?.kind === "typed" ? await foundFor(wizard) : undefined;
  if (found?.source.startsWith("env:") === true) {
    const text = `${found.source}${endOf(found)} goes before it until it is unset`;
    lines.push({ text, tone: "yellow" });
  }
  return [{ text: await placeOf(wizard) }, ...lines];
}

/** Where the key goes, or what else is kept beside the configuration. */
async function placeOf({ context, draft }: Wizard): Promise<string> {
  const file = storePlace(context.machine)?.file ?? "";
  if (draft.own.credential?.kind !== "typed") return file;
  const { document } = await readStore(context.machine);
  const hasPassphrase = draft.passphrase !== undefined;
  const wanted = draft.store ?? "auto";
  const { store } = await chooseStore(context.machine, document, { wanted, hasPassphrase });
  return store === "keychain" ? "the keychain of this system" : file;
}

function endOf({ lastFour }: { lastFour: string | null }): string {
  return lastFour === null ? "" : ` ending in ${lastFour}`;
}

/** Of an account of the name that a new one has. */
async function replacedBy({ context, draft }: Wizard): Promise<string> {
  const { document } = await readStore(context.machine);
  const before = accountsIn(document).find(
    ({ provider, account }) => provider === draft.provider && account === "default",
  );
  return before === undefined ? "" : `, in place of the one there${endOf(before)}`;
}

async function changeLines(wizard: Wizard): Promise<BodyLine[]> {
  const lines: BodyLine[] = [];
  for (const write of writesOf(wizard.draft)) {
    const { result, warnings } = await write.run(wizard, true);
    for (const { file, diff } of result.changes) {
      lines.push({ text: file }, ...diff.trimEnd().split("\n").map(diffLine));
    }
    for (const one of warnings) lines.push({ text: sentenceOf(one), tone: "yellow" });
  }
  if (lines.length === 0) lines.push({ text: "nothing has to be changed", tone: "dim" });
  for (const note of await notesOf(wizard)) lines.push({ text: note, tone: "yellow" });
  return lines;
}

/** Where another layer says which model is in use, or that this provider is not to be used. */
export async function notesOf(wizard: Wizard): Promise<string[]> {
  const { context, draft } = wizard;
  const { project, provider, own } = draft;
  const input = { model: own.model ?? "", project, dryRun: true };
  const { notes } = (await wizard.run(configUse, input)).result;
  const enabled = context.configuration.find("providers", provider, "enabled");
  return enabled?.value === false
    ? [...notes, `${provider} is switched off: ${enabled.file} says so`]
    : notes;
}

const tones = [
  ["+", "green"],
  ["-", "red"],
  ["@", "dim"],
] as const;

function diffLine(text: string): BodyLine {
  const [first = ""] = text;
  const tone = tones.find(([mark]) => mark === first)?.[1];
  return { text, isExact: true, ...(tone === undefined ? {} : { tone }) };
}

/** Locked, or silent: the person may keep the key in a file. */
export function isKeychainShut(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && error.code === "credential.keychain-unusable";
}
