import { copyToEdit, type EditedCopy, takeOver } from "../../../config/edited-copy.ts";
import type { Written } from "../../../config/turn.ts";
import { ModelForgeError, retold } from "../../../failure.ts";
import { saidChanges } from "../../../operations/config-change.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { editorCommand } from "../editor.ts";
import { drawn } from "../render/drawn.ts";

export const configEditCommand: CliCommand = {
  examples: ["modelforge config edit", "EDITOR='code --wait' modelforge config edit --project"],
  flags: [...changeFlags],
  run: async (context, { options }) => {
    const { project, dryRun } = readChange(options);
    const command = editorCommand(context.machine.environment);
    const edited = copyToEdit(context.machine, project ? "project" : "user");
    const { written, notes } = await edit(context, edited, command, { dryRun, ...options });
    const changes = saidChanges(written);
    await printChanged(context, { result: { changes, notes: [] }, warnings: notes }, options);
    return undefined;
  },
};

/** Until it is a configuration, or the person has had enough. */
async function edit(
  context: CliContext,
  edited: EditedCopy,
  command: readonly string[],
  options: { dryRun: boolean; json?: boolean; prompts?: boolean },
): Promise<Written> {
  const { machine } = context;
  for (;;) {
    await runEditor(context, edited, command);
    try {
      return await takeOver(machine, edited, { dryRun: options.dryRun });
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      if (error.code !== "config.unreadable" || !canAsk(context, options))
        throw kept(error, edited);
      context.note(error.message);
      const answer = await machine.terminal.prompt(drawn`Edit it again? [Y/n] `);
      if (answer === undefined || /^n/i.test(answer.trim())) throw kept(error, edited);
    }
  }
}

function canAsk({ machine }: CliContext, { json, prompts }: { json?: boolean; prompts?: boolean }) {
  return machine.terminal.canPrompt && prompts !== false && json !== true;
}

/** Throws where it cannot be started or fails: nothing is changed then. */
async function runEditor(
  { machine }: CliContext,
  { copy }: EditedCopy,
  command: readonly string[],
): Promise<void> {
  const code = await machine.process.run([...command, copy], {});
  if (code === 0) return;
  machine.files.removeFile(copy);
  const [name = ""] = command;
  const what = code === undefined ? "could not be started" : `ended with ${code}`;
  throw new ModelForgeError("usage.bad-value", {
    message: `${name} ${what}; nothing was changed`,
    hint: "set EDITOR to an editor that stays until it is closed, as in EDITOR=nano or EDITOR='code --wait'",
    details: { editor: command, code: code ?? null },
  });
}

/** What was written is not lost with the failure. */
function kept(error: ModelForgeError, { file, copy }: EditedCopy): ModelForgeError {
  if (error.code !== "config.unreadable") return error;
  return retold(error, {
    message: `${error.message}; ${file} is left as it was, and what you wrote is in ${copy}`,
    hint: `correct it there and mv ${copy} ${file}, or remove it`,
    details: { ...error.details, copy },
  });
}
