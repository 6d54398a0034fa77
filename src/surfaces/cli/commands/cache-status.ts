import { cacheStatus } from "../../../operations/cache-status/cache-status.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { renderCacheStatus } from "../render/cache-page.ts";

export const status: CliCommand = {
  examples: ["modelforge cache status", "modelforge cache status --json"],
  flags: documentFlags,
  run: async (context, { options }) => {
    const outcome = await ask(context, cacheStatus, {});
    await printDocument(context, outcome, options, (result) =>
      renderCacheStatus(result, outcome.catalog, context.style),
    );
    return undefined;
  },
};
