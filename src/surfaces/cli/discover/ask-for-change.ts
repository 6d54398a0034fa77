import { ModelForgeError } from "../../../failure.ts";
import { configAdd } from "../../../operations/config-add/config-add.ts";
import type { ConfigChanged } from "../../../operations/config-change.ts";
import { configUse } from "../../../operations/config-use/config-use.ts";
import { ask } from "../ask.ts";
import { drawnChange, readChange } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { drawn } from "../render/drawn.ts";
import { askForYes } from "../yes-or-no.ts";

/** Shows a person what lines would change in the configuration, and asks. Throws `cancelled` where they do not want that. */
export async function askForChange(
  context: CliContext,
  lines: readonly string[][],
  options: Record<string, unknown>,
): Promise<void> {
  const how = readChange(options);
  // what only shows it asks nothing
  if (how.dryRun || !context.machine.terminal.canPrompt || options.prompts === false) return;
  const { err } = context.machine.terminal;
  for (const [, command, model = ""] of lines) {
    const input = { model, project: how.project, dryRun: true };
    const changes = await changesOf(() =>
      command === "use" ? ask(context, configUse, input) : ask(context, configAdd, input),
    );
    for (const one of changes) err.write(drawnChange(one));
    // nothing would be written: the command says so
    if (changes.length === 0 && lines.length === 1) return;
  }
  const left = "nothing was changed";
  const [[, command, model = ""] = []] = lines;
  const what = lines.length === 1 ? model : `${lines.length} models`;
  const question = command === "use" ? drawn`Use ${what}?` : drawn`Add ${what}?`;
  await askForYes(context, question, { usual: true, left });
}

/** Nothing where it cannot be told yet: the command asks for what is missing, or says what is wrong. */
async function changesOf(
  tried: () => Promise<{ result: ConfigChanged }>,
): Promise<ConfigChanged["changes"]> {
  try {
    return (await tried()).result.changes;
  } catch (error) {
    if (error instanceof ModelForgeError && error.code !== "cancelled") return [];
    throw error;
  }
}
