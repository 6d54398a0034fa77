import { ModelForgeError } from "../../failure.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";
import { askForYes } from "./yes-or-no.ts";

/**
 * Asks a person on the terminal for a yes. Throws `usage.confirmation-needed` where nobody can be asked, and `cancelled`
 * with `left`, what became of things, where it is no yes.
 */
export async function confirm(
  context: CliContext,
  options: { prompts?: boolean; json?: boolean },
  question: string,
  { flag, left }: { flag: string; left: string },
): Promise<void> {
  const { terminal } = context.machine;
  const canAsk = terminal.canPrompt && options.prompts !== false && options.json !== true;
  if (!canAsk) {
    throw new ModelForgeError("usage.confirmation-needed", {
      message: `${question.replace(/\?$/, "")} needs a yes`,
      hint: `add ${flag}`,
    });
  }
  await askForYes(context, drawn`${question}`, { usual: false, left });
}
