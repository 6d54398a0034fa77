import type { Checked } from "../../../credentials/check/check-credential.ts";
import { checkKey } from "../../../operations/auth-status/check-key.ts";
import type { Outcome } from "../../../operations/operation.ts";
import type { BodyLine } from "../picker/asking/contract.ts";
import { type Move, sentenceOf, type Wizard } from "./wizard.ts";

export function hasCredential({ draft }: Wizard): boolean {
  return (draft.own.credential?.kind ?? "none") !== "none";
}

/** Asks the provider for its list of models, as `auth status --check` does. */
export async function askCheck(wizard: Wizard): Promise<Move> {
  const { draft } = wizard;
  const isWanted = await wizard.choose(
    "check",
    {
      question: `Ask ${draft.provider} whether it takes the credential?`,
      body: [{ text: "A request for its list of models: no token is spent.", tone: "dim" }],
    },
    [
      { label: "yes", value: true },
      { label: "no", about: "go on unchecked", value: false },
    ],
  );
  if (isWanted === undefined) return "back";
  delete draft.own.checked;
  if (!isWanted) return "next";
  const outcome = await wizard.wait("check", `Asking ${draft.provider} …`, (signal) =>
    wizard.run(checkKey, inputOf(wizard), signal),
  );
  if (outcome === undefined) return "again";
  draft.own.checked = outcome.result.check;
  return askOnceChecked(wizard, outcome);
}

function inputOf({ draft }: Wizard) {
  const { provider, own, passphrase, values } = draft;
  const { credential, trustHost } = own;
  return {
    provider,
    values,
    ...(credential?.kind === "typed" ? { apiKey: credential.key } : {}),
    ...(trustHost === undefined ? {} : { trustHost }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

const tones = { valid: "green", refused: "red", "cannot tell": "yellow" } as const;

async function askOnceChecked(
  wizard: Wizard,
  { result, warnings }: Outcome<Checked>,
): Promise<Move> {
  const { check, why } = result;
  const body: BodyLine[] = [
    { text: why === null ? check : `${check}: ${why}`, tone: tones[check] },
    ...warnings.map((one) => ({ text: sentenceOf(one) })),
  ];
  const goOn = { label: "go on", value: "next" as Move };
  const another = { label: "another credential", value: { to: "credential" } as Move };
  const once = { label: "check again", value: "again" as Move };
  const options = { valid: [goOn], refused: [another, goOn], "cannot tell": [goOn, once, another] };
  const move = await wizard.choose(
    "checked",
    { question: `The credential of ${wizard.draft.provider}:`, body },
    options[check],
  );
  return move ?? "again";
}
