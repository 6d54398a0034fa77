import { type Effective, effectiveSettings } from "../../../config/effective.ts";
import { nameOf } from "../../../config/layers.ts";
import { configShow } from "../../../operations/config-show/config-show.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { renderTable, type TableColumn } from "../render/table.ts";

const always: readonly TableColumn<Effective>[] = [
  { title: "setting", value: ({ path }) => nameOf(path) },
  { title: "value", value: ({ value }) => shown(value) },
];
const from: TableColumn<Effective> = { title: "from", value: ({ origin }) => origin };

export const configShowCommand: CliCommand = {
  examples: ["modelforge config show", "modelforge config show --origin --json"],
  flags: [{ name: "--origin", about: "of each value where it is from" }, ...documentFlags],
  run: async (context, { options }) => {
    const origin = options.origin === true;
    const outcome = await ask(context, configShow, { origin });
    await printDocument(context, outcome, options, () => {
      const settings = effectiveSettings(context.configuration, context.machine.environment);
      const columns = origin ? [...always, from] : always;
      return renderTable(settings, columns, context.style, context.width);
    });
    return undefined;
  },
};

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
