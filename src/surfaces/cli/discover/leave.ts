import { ModelForgeError } from "../../../failure.ts";
import type { Outcome } from "../../../operations/operation.ts";
import type { CliContext } from "../context.ts";
import type { Leaving } from "../picker/contract.ts";
import { drawn, joined } from "../render/drawn.ts";
import type { Browsing } from "./browse.ts";
import { commandLine, flagWords, passedOn } from "./command-line.ts";

/** Flags of the commands that change the configuration. */
const changing = ["project", "dryRun"] as const;

/** Does what the picker was left for, and gives the exit code. */
export async function followUp(
  context: CliContext,
  outcome: Outcome<Browsing>,
  leaving: Leaving,
  options: Record<string, unknown>,
): Promise<number> {
  switch (leaving.kind) {
    case "cancelled":
      throw new ModelForgeError("cancelled", { message: "cancelled" });
    case "left":
      return leaving.copied.length === 0 ? 0 : printModels(context, outcome, leaving.copied);
    case "chosen":
      return printModels(context, outcome, leaving.rows);
    case "add":
    case "use": {
      const refs = refsOf(outcome.result, leaving.rows);
      const lines = refs.map((ref) => ["config", leaving.kind, ref]);
      return change(context, lines, options);
    }
    default:
      return runNext(context, [leaving.kind, ...refsOf(outcome.result, leaving.rows)]);
  }
}

/** The refs, one a line, or the models as JSON. */
function printModels(
  context: CliContext,
  outcome: Outcome<Browsing>,
  rows: readonly number[],
): number {
  const { result } = outcome;
  if (context.options.json === true) {
    context.printJson({ ...outcome, result: result.view.modelsAt(rows) });
  } else context.print(joined(refsOf(result, rows).map((ref) => drawn`${ref}\n`)));
  return 0;
}

/** Runs the command that the keys stand for, after saying which. */
async function runNext(context: CliContext, words: readonly string[]): Promise<number> {
  const { options } = context;
  const flags = flagWords({ ...options }, passedOn);
  const line = [...words, ...flags, ...(options.color === false ? ["--no-color"] : [])];
  context.noteCommand(commandLine(["modelforge", ...line]));
  return context.runLine(line);
}

/**
 * Adds models to the configuration, or makes one the one in use, by the commands that do so for everybody: the history names
 * them. A person is shown what would change and asked first.
 */
async function change(
  context: CliContext,
  lines: readonly string[][],
  options: Record<string, unknown>,
): Promise<number> {
  const { askForChange } = await import("./ask-for-change.ts");
  await askForChange(context, lines, options);
  const flags = flagWords(options, changing);
  for (const line of lines) {
    const code = await runNext(context, [...line, ...flags]);
    if (code !== 0) return code;
  }
  return 0;
}

function refsOf({ view }: Browsing, rows: readonly number[]): string[] {
  return view.modelsAt(rows).map(({ ref }) => ref);
}
