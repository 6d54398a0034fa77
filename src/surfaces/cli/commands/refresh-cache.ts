import { ModelForgeError } from "../../../failure.ts";
import {
  type RefreshReport,
  refreshCatalog,
} from "../../../operations/refresh-catalog/refresh-catalog.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { printDocument } from "../document-output.ts";
import { drawn } from "../render/drawn.ts";
import { showCount } from "../render/numbers.ts";

export const refreshCache: CliCommand = {
  examples: ["modelforge refresh-cache", "modelforge refresh-cache --if-stale --quiet"],
  define: (command) => {
    command
      .option("--if-stale", "only if the catalog is stale and nobody else is refreshing it")
      .option("--accept-shrink", "take a catalog that lost more than half of what it had");
  },
  run: async (context, { options }) => {
    const outcome = await ask(context, refreshCatalog, {
      ifStale: options.ifStale === true,
      acceptShrink: options.acceptShrink === true,
    });
    const unkept = outcome.warnings.find(({ code }) => code === "cache.unwritable");
    if (unkept !== undefined) {
      throw new ModelForgeError("file.unwritable", {
        message: `${notKept(outcome.result)}; ${unkept.message}`,
        hint: "free some space or set MODELFORGE_CACHE_DIR to a directory you can write to",
      });
    }
    await printDocument(context, outcome, options, (report) => {
      const counts = `${showCount(report.models)} models of ${report.providers} providers`;
      const setAside = report.setAside > 0 ? `; ${report.setAside} rows set aside` : "";
      const said = {
        changed: `new catalog from ${report.source}: ${counts}`,
        unchanged: `${report.source} has nothing newer: ${counts}`,
        fresh: `the catalog is fresh: ${counts}`,
      }[report.outcome];
      return drawn`${said}${setAside}\n`;
    });
    return undefined;
  },
};

function notKept({ outcome, source }: RefreshReport): string {
  return outcome === "unchanged"
    ? `${source} has nothing newer, but when it said so was not kept`
    : `fetched from ${source}, but not kept`;
}
