import { copyToEdit, type EditedCopy, takeOver } from "../../../config/edited-copy.ts";
import type { Written } from "../../../config/turn.ts";
import { shellWord } from "../../../catalog/words/shell-word.ts";
import { secretsAtHand } from "../../../credentials/secrets-at-hand.ts";
import { ModelForgeError, retold } from "../../../failure.ts";
import { saidChanges } from "../../../operations/config-change.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { editorCommand } from "../editor.ts";
import { drawn } from "../render/drawn.ts";
import { askForYes } from "../yes-or-no.ts";

export const configEditCommand: CliCommand = {
  examples: ["modelforge config edit", "EDITOR='code --wait' modelforge config edit --project"],
  flags: [...changeFlags],
  run: async (context, { options }) => {
    const { project, dryRun } = readChange(options);
    const command = editorCommand(context.machine.environment);
    if (command.isUsual && !context.machine.terminal.canPrompt) throw nobodyThere();
    const edited = copyToEdit(context.machine, project ? "project" : "user");
    const { written, notes } = await edit(context, edited, command.words, { dryRun, ...options });
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
  const known = await secretsAtHand(machine);
  for (;;) {
    await runEditor(context, edited, command);
    try {
      return await takeOver(machine, edited, { dryRun: options.dryRun, known });
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      if (!isOfText(error) || !canAsk(context, options)) throw kept(error, edited);
      context.note(error.message);
      const left = `${edited.file} is left as it was, and what you wrote is in ${edited.copy}`;
      await askForYes(context, drawn`Edit it again?`, { usual: true, left });
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
  const code = await machine.process.run(
    [...command, copy],
    {},
    { toErrors: !machine.terminal.out.isTerminal },
  );
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

/** An editor that nobody could see would wait for ever. */
function nobodyThere(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "there is no terminal to edit in, and neither VISUAL nor EDITOR names a program",
    hint: "modelforge config set <key> <value> changes one value; EDITOR may be a program that changes the file it is given",
    details: { editor: null },
  });
}

/** Whether it is about what was written, so that it may be written otherwise. */
function isOfText({ code }: ModelForgeError): boolean {
  return code === "config.unreadable" || code === "usage.bad-value";
}

/** What was written is not lost with the failure. */
function kept(error: ModelForgeError, { file, copy }: EditedCopy): ModelForgeError {
  if (!isOfText(error)) return error;
  const about = error.code === "config.unreadable" ? "" : `${error.hint}; `;
  return retold(error, {
    message: `${error.message}; ${file} is left as it was, and what you wrote is in ${copy}`,
    hint: `${about}correct it there and mv ${shellWord(copy)} ${shellWord(file)}, or remove it`,
    details: { ...error.details, copy },
  });
}
