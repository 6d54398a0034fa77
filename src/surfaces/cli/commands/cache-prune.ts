import type { Pruned } from "../../../modelsdev/disk/prune.ts";
import { cachePrune } from "../../../operations/cache-prune/cache-prune.ts";
import { cachePruneFields } from "../../../operations/cache-prune/input.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { flagsOf } from "../field-flags.ts";
import { printDocument } from "../document-output.ts";
import { bytes } from "../unit-values.ts";
import { type Drawn, drawn, joined, lineFeed } from "../render/drawn.ts";
import { showBytes } from "../render/numbers.ts";

const { maxBytes, dryRun } = cachePruneFields;

export const prune: CliCommand = {
  examples: ["modelforge cache prune", "modelforge cache prune --max-size 20MB --dry-run"],
  flags: [{ name: "--max-size", takes: bytes, about: maxBytes.about }, ...flagsOf({ dryRun })],
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

function describe({ removed, reduced, freedBytes, bytes: left }: Pruned, dryRun: boolean): Drawn {
  const lines = [
    ...removed.map((name) => `${dryRun ? "would remove" : "removed"} ${name}`),
    ...reduced.map(
      (name) => `${dryRun ? "would reduce" : "reduced"} ${name} to what its source sent`,
    ),
  ];
  const freed = `${showBytes(freedBytes)} ${dryRun ? "would be freed" : "freed"}`;
  const sum = `${freed}, ${showBytes(left)} ${dryRun ? "would be " : ""}left`;
  return drawn`${joined([...lines, sum], lineFeed)}\n`;
}
