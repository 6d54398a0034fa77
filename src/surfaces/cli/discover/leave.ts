import { ModelForgeError } from "../../../failure.ts";
import type { Outcome } from "../../../operations/operation.ts";
import type { CliContext } from "../context.ts";
import type { Leaving } from "../picker/contract.ts";
import { drawn, joined } from "../render/drawn.ts";
import type { Browsing } from "./browse.ts";
import { commandLine, flagWords, passedOn } from "./command-line.ts";
import { needed } from "./drawn-model.ts";

/** Does what the picker was left for, and gives the exit code. */
export async function followUp(
  context: CliContext,
  outcome: Outcome<Browsing>,
  leaving: Leaving,
): Promise<number> {
  switch (leaving.kind) {
    case "cancelled":
      throw new ModelForgeError("cancelled", { message: "cancelled" });
    case "left":
      return leaving.copied.length === 0 ? 0 : printModels(context, outcome, leaving.copied);
    case "chosen":
      return printModels(context, outcome, leaving.rows);
    case "add":
      sayHowToUse(context, outcome.result, leaving.rows);
      return printModels(context, outcome, leaving.rows);
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

/** There is nothing yet that writes a configuration: what is needed to write it by hand. */
function sayHowToUse(context: CliContext, { view }: Browsing, rows: readonly number[]): void {
  const { environment } = context.machine;
  for (const { ref, provider } of view.modelsAt(rows)) {
    const details = view.findProvider(provider)?.provider;
    const variables = (details?.env ?? []).map((name) => needed(name, environment));
    const needs = variables.length === 0 ? "needs no variable" : `needs ${variables.join(", ")}`;
    context.note(`${ref} ${needs}`);
    context.noteCommand(commandLine(["modelforge", "info", ref]));
  }
}

function refsOf({ view }: Browsing, rows: readonly number[]): string[] {
  return view.modelsAt(rows).map(({ ref }) => ref);
}
