import { ModelForgeError } from "../../../failure.ts";
import { refreshCatalogFields } from "../../../operations/refresh-catalog/input.ts";
import {
  type RefreshReport,
  refreshCatalog,
} from "../../../operations/refresh-catalog/refresh-catalog.ts";
import type { Outcome } from "../../../operations/operation.ts";
import { noPlace } from "../../../modelsdev/unkept.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import type { CliContext } from "../context.ts";
import { flagsOf } from "../field-flags.ts";
import { printDocument } from "../document-output.ts";
import { drawn } from "../render/drawn.ts";
import { showCount } from "../render/numbers.ts";

export const refreshCache: CliCommand = {
  examples: ["modelforge refresh-cache", "modelforge refresh-cache --if-stale --quiet"],
  flags: flagsOf(refreshCatalogFields),
  run: async (context, { options }) => {
    const input = {
      ifStale: options.ifStale === true,
      acceptShrink: options.acceptShrink === true,
    };
    // else a process that outlives this one does
    const prepare = !context.settings.backgroundRefresh;
    const outcome = await ask(context, refreshCatalog, input, { prepare });
    // a file is read by every command, kept or not
    const mustBeKept = context.access.source.kind === "url" || context.access.store !== undefined;
    if (!outcome.result.kept && mustBeKept) throw notKept(outcome, context.access);
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

function notKept(
  { result, warnings }: Outcome<RefreshReport>,
  access: CliContext["access"],
): ModelForgeError {
  const { outcome, source } = result;
  const came = access.source.kind === "url" ? "fetched from" : "read from";
  const what =
    outcome === "unchanged"
      ? `${source} has nothing newer, but when it said so was not kept`
      : `${came} ${source}, but not kept`;
  const unkept = warnings.find(({ code }) => code === "cache.unwritable");
  const none = noPlace();
  const remedy = unkept === undefined ? none.hint : unkept.details?.hint;
  return new ModelForgeError("file.unwritable", {
    message: `${what}; ${unkept?.message ?? none.message}`,
    // what is said of an address with a query names its own
    ...(typeof remedy === "string" ? { hint: remedy } : {}),
  });
}
