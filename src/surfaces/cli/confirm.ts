import { ModelForgeError } from "../../failure.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";

/**
 * Asks a person yes or no on the terminal; anything but yes is no.
 *
 * Throws `usage.confirmation-needed` where nobody can be asked.
 */
export async function confirm(
  context: CliContext,
  options: { prompts?: boolean; json?: boolean },
  question: string,
  flag: string,
): Promise<boolean> {
  const { terminal } = context.machine;
  const canAsk = terminal.canPrompt && options.prompts !== false && options.json !== true;
  if (!canAsk) {
    throw new ModelForgeError("usage.confirmation-needed", {
      message: `${question.replace(/\?$/, "")} needs a yes`,
      hint: `add ${flag}`,
    });
  }
  const answer = await terminal.prompt(drawn`${question} [y/N] `);
  return /^y(es)?$/i.test(answer?.trim() ?? "");
}
