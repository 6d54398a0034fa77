import { storePlace } from "../../../credentials/store/place.ts";
import { configUse } from "../../../operations/config-use/config-use.ts";
import type { BodyLine } from "../picker/asking/contract.ts";
import { type Move, refusalOf, sentenceOf, type Wizard } from "./wizard.ts";
import { writesOf } from "./writes.ts";

/** Shows every line that would be written, and asks. */
export async function askPlan(wizard: Wizard): Promise<Move> {
  const { draft } = wizard;
  let body: BodyLine[];
  let isPossible = true;
  try {
    body = [...keyLines(wizard), ...(await changeLines(wizard))];
  } catch (error) {
    body = [{ text: refusalOf(error), tone: "red" }];
    isPossible = false;
  }
  const write = { label: "write it", value: "next" as Move };
  const others = [
    { label: "go back", about: "what was entered is kept", value: "back" as Move },
    { label: "another provider", value: { to: "provider" } as Move },
  ];
  const move = await wizard.choose(
    "plan",
    {
      question: isPossible
        ? `Use ${draft.own.model}? This will be written:`
        : `${draft.own.model} cannot be set up so:`,
      body,
    },
    isPossible ? [write, ...others] : others,
  );
  return move ?? "back";
}

function keyLines({ context, draft }: Wizard): BodyLine[] {
  const { provider, own } = draft;
  const { credential, trustHost } = own;
  const trusting: BodyLine[] =
    trustHost === undefined
      ? []
      : [{ text: `credentials of ${provider} may go to ${trustHost}`, tone: "green" }];
  if (credential?.kind !== "typed" && trusting.length === 0) return [];
  const end = credential?.kind === "typed" && credential.lastFour !== null;
  const key: BodyLine[] =
    credential?.kind === "typed"
      ? [
          {
            text: `a key of ${provider}${end ? ` ending in ${credential.lastFour}` : ""}`,
            tone: "green",
          },
        ]
      : [];
  return [{ text: storePlace(context.machine)?.file ?? "" }, ...key, ...trusting];
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

/** Where another layer says which model is in use. */
export async function notesOf(wizard: Wizard): Promise<string[]> {
  const { project, own } = wizard.draft;
  const input = { model: own.model ?? "", project, dryRun: true };
  return (await wizard.run(configUse, input)).result.notes;
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
