import type { Pruned } from "../../../modelsdev/cache/prune.ts";
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
    await printDocument(context, outcome, options, (pruned) => describe(pruned, dryRun === true));
    return undefined;
  },
};

function describe({ removed, reduced, freedBytes, bytes: left }: Pruned, dryRun: boolean): string {
  const would = dryRun ? "would " : "";
  const lines = [
    ...removed.map((name) => `${would}${dryRun ? "remove" : "removed"} ${name}`),
    ...reduced.map(
      (name) => `${would}${dryRun ? "reduce" : "reduced"} ${name} to what its source sent`,
    ),
  ];
  const freed = `${showBytes(freedBytes)} ${dryRun ? "would be freed" : "freed"}`;
  return `${[...lines, `${freed}, ${showBytes(left)} ${dryRun ? "would be " : ""}left`].join("\n")}\n`;
}
