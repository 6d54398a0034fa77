import type { ConfigChanged } from "../../operations/config-change.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { documentFlags, printDocument } from "./document-output.ts";
import type { Flag } from "./flag.ts";
import { drawn, drawnLines, joined } from "./render/drawn.ts";

export const dryRunFlag: Flag = { name: "--dry-run", about: "only show what would change" };

export const ofProjectFlag: Flag = { name: "--project", about: "of the project's file alone" };

/** Flags of commands that change a file of the configuration. */
export const changeFlags: readonly Flag[] = [
  { name: "--project", about: "in the project's file, not yours" },
  dryRunFlag,
  ...documentFlags,
];

export const unlistedFlag: Flag = {
  name: "--unlisted",
  about: "take the model though the catalog lacks it",
};

/** Where a change is made, and whether. */
export function readChange(options: Record<string, unknown>) {
  return { project: options.project === true, dryRun: options.dryRun === true };
}

export function drawnChange({ file, diff }: ConfigChanged["changes"][number]) {
  return drawn`${file}\n${drawnLines(diff)}`;
}

/** Says what changed: of a change that is not made yet, every line of it. */
export async function printChanged(
  context: CliContext,
  outcome: Outcome<ConfigChanged>,
  options: Record<string, unknown>,
): Promise<void> {
  const isDry = options.dryRun === true;
  await printDocument(context, outcome, options, ({ changes }) =>
    joined(
      changes.map((change) => (isDry ? drawnChange(change) : drawn`changed ${change.file}\n`)),
    ),
  );
  const { changes, notes } = outcome.result;
  for (const note of notes) context.note(note);
  if (changes.length === 0 && notes.length === 0) context.note("nothing had to be changed");
}
