import { ModelForgeError } from "../../failure.ts";
import type { CliContext } from "./context.ts";
import { type Drawn, drawn } from "./render/drawn.ts";

const answers: ReadonlyMap<string, boolean> = new Map([
  ["y", true],
  ["yes", true],
  ["n", false],
  ["no", false],
  ["q", false],
  ["quit", false],
  ["abort", false],
  ["cancel", false],
]);

/**
 * Asks a person for a yes; Enter alone is `usual`. What is neither is asked once more, and is a no then. Throws `cancelled`
 * with `left`, what became of things, where it is no yes or the person ends the conversation: to say no is to cancel.
 */
export async function askForYes(
  context: CliContext,
  question: Drawn,
  { usual, left }: { usual: boolean; left: string },
): Promise<void> {
  const choice = usual ? "[Y/n]" : "[y/N]";
  const asked = drawn`${question} ${choice} `;
  for (const shown of [asked, drawn`y for yes, n for no: ${asked}`]) {
    const given = await typed(context, shown, left, "choice");
    const answer = given === "" ? usual : answers.get(given.toLowerCase());
    if (answer === true) return;
    if (answer === false) break;
  }
  throw new ModelForgeError("cancelled", { message: left });
}

/** A line that a person types, without blanks around it. Throws `cancelled` where the person ends the conversation. */
export async function typed(
  context: CliContext,
  question: Drawn,
  left: string,
  how?: "choice",
): Promise<string> {
  const { terminal } = context.machine;
  const line = await terminal.prompt(question, how);
  if (line !== undefined) return line.trim();
  // the cursor still stands behind the question
  terminal.err.write(drawn`\n`);
  throw new ModelForgeError("cancelled", { message: left });
}
