import { cachePrune } from "../../../operations/cache-prune/cache-prune.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { printDocument } from "../document-output.ts";
import { bytes } from "../option-values.ts";
import { showBytes } from "../render/numbers.ts";

export const prune: CliCommand = {
  examples: ["modelforge cache prune", "modelforge cache prune --max-size 20MB --dry-run"],
  define: (command) => {
    command
      .option("--max-size <bytes>", "what may stay, like 20MB", bytes("--max-size"))
      .option("--dry-run", "say what would go, remove nothing");
  },
  run: async (context, { options }) => {
    const { maxSize, dryRun } = options as { maxSize?: number; dryRun?: boolean };
    const outcome = await ask(context, cachePrune, {
      ...(maxSize === undefined ? {} : { maxBytes: maxSize }),
      dryRun: dryRun === true,
    });
    await printDocument(context, outcome, options, ({ removed, freedBytes, bytes: left }) => {
      const verb = dryRun === true ? "would remove" : "removed";
      const lines = removed.map((name) => `${verb} ${name}`);
      const freed = dryRun === true ? "" : `, ${showBytes(freedBytes)} freed`;
      return `${[...lines, `${removed.length} generations ${verb === "removed" ? "removed" : "to remove"}${freed}, ${showBytes(left)} left`].join("\n")}\n`;
    });
    return undefined;
  },
};
