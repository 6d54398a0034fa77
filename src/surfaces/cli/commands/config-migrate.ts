import { readStore } from "../../../credentials/store/read-store.ts";
import { ModelForgeError } from "../../../failure.ts";
import type { ConfigChanged } from "../../../operations/config-change.ts";
import { configMigrate } from "../../../operations/config-migrate/config-migrate.ts";
import type { ConfigMigrateInput } from "../../../operations/config-migrate/input.ts";
import { storeField } from "../../../operations/store-field.ts";
import { ask } from "../ask.ts";
import { mayAsk, passphraseFdFlag, passphraseFor } from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, drawnChange, printChanged, readChange } from "../config-output.ts";
import { confirm } from "../confirm.ts";
import type { CliContext } from "../context.ts";
import { flagsOf } from "../field-flags.ts";
import { text } from "../option-values.ts";

export const configMigrateCommand: CliCommand = {
  examples: [
    "modelforge config migrate --dry-run",
    "modelforge config migrate --yes",
    "modelforge config migrate --from old/config.json",
  ],
  flags: [
    {
      name: "--from",
      about: "the file of the Python ModelForge, where it lies elsewhere",
      takes: text("file", "file"),
    },
    { name: "--yes", about: "do not ask whether you are sure" },
    ...flagsOf({ store: storeField }),
    passphraseFdFlag,
    ...changeFlags,
  ],
  run: async (context, { options }) => {
    const { from } = options;
    const store = options.store as ConfigMigrateInput["store"];
    const input: ConfigMigrateInput = {
      ...(typeof from === "string" ? { from } : {}),
      ...(store === undefined ? {} : { store }),
      project: readChange(options).project,
    };
    const plan = await ask(context, configMigrate, { ...input, dryRun: true });
    if (options.dryRun === true || plan.result.changes.length === 0) {
      await printChanged(context, plan, options);
      return undefined;
    }
    if (options.yes !== true) await agree(context, plan.result, options);
    const { document } = await readStore(context.machine);
    const passphrase = await passphraseFor(context, options, document);
    const opened = passphrase === undefined ? input : { ...input, passphrase };
    await printChanged(context, await ask(context, configMigrate, opened), options);
    return undefined;
  },
};

/** Shows what would be done, and asks; whoever cannot be asked is told in the failure. */
async function agree(
  context: CliContext,
  { changes, notes }: ConfigChanged,
  options: Record<string, unknown>,
): Promise<void> {
  if (!mayAsk(context, options)) {
    const files = changes.map(({ file }) => file).join(", ");
    throw new ModelForgeError("usage.confirmation-needed", {
      message: `moving the configuration of the Python ModelForge needs a yes: it changes ${files}; ${notes.join("; ")}`,
      hint: "add --yes, or --dry-run to see every line of it",
      details: { changes, notes },
    });
  }
  for (const change of changes) context.machine.terminal.err.write(drawnChange(change));
  for (const note of notes) context.note(note);
  await confirm(context, options, "Move it?", { flag: "--yes", left: "nothing was moved" });
}
