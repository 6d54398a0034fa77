import type { Warning } from "../../../failure.ts";
import { type CacheCleared, cacheClear } from "../../../operations/cache-clear/cache-clear.ts";
import { cacheClearFields } from "../../../operations/cache-clear/input.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { flagsOf } from "../field-flags.ts";
import { confirm } from "../confirm.ts";
import { printDocument } from "../document-output.ts";
import { type Drawn, drawn } from "../render/drawn.ts";
import { showBytes } from "../render/numbers.ts";

export const clear: CliCommand = {
  examples: ["modelforge cache clear --yes", "modelforge cache clear --all --yes"],
  flags: [
    ...flagsOf({ all: cacheClearFields.all }),
    { name: "--yes", about: "do not ask whether you are sure" },
  ],
  run: async (context, { options }) => {
    const { settings, store } = context.access;
    const directory = options.all === true ? settings.cacheDirectory : store?.directory;
    if (options.yes !== true && directory !== undefined) {
      const how = { flag: "--yes", left: "nothing was removed" };
      await confirm(context, options, `Remove ${directory}?`, how);
    }
    const outcome = await ask(context, cacheClear, { all: options.all === true, keptCode: true });
    await printDocument(context, outcome, options, (result) => {
      const catalogs =
        result.directory === null
          ? "there is no cache"
          : clearedLine(result.directory, result, outcome.warnings);
      const { files, bytes } = result.keptCode;
      const code =
        files === 0
          ? drawn``
          : drawn`removed kept code (${files} ${files === 1 ? "file" : "files"}, ${showBytes(bytes)})\n`;
      return drawn`${catalogs}\n${keptLine(result.kept)}${code}`;
    });
    return undefined;
  },
};

function clearedLine(
  directory: string,
  { kept, freedBytes }: CacheCleared,
  warnings: readonly Warning[],
): string {
  const isSkipped = warnings.some(({ code }) => code === "cache.skipped");
  if (isSkipped && freedBytes === 0) return `nothing could be removed from ${directory}`;
  // it is somebody's, or lies behind what is
  const isForeign = kept.some((path) => `${directory}/`.startsWith(`${path}/`));
  if (isForeign && freedBytes === 0) return `nothing in ${directory} is ModelForge's`;
  return `removed what ModelForge kept in ${directory} (${showBytes(freedBytes)})`;
}

function keptLine([first, ...more]: readonly string[]): Drawn {
  if (first === undefined) return drawn``;
  return drawn`left what is not ModelForge's: ${first}${more.length > 0 ? ` and ${more.length} more` : ""}\n`;
}
