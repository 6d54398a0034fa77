import { cacheVerify } from "../../../operations/cache-verify/cache-verify.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { printDocument } from "../document-output.ts";
import { drawn, joined, lineFeed } from "../render/drawn.ts";

const findingsExit = 8;

export const verify: CliCommand = {
  examples: ["modelforge cache verify"],
  flags: [],
  run: async (context, { options }) => {
    const outcome = await ask(context, cacheVerify, {});
    const { checked, damages, unreadable } = outcome.result;
    await printDocument(context, outcome, options, () => {
      const lines = damages.map(({ problem }) => `damaged: ${problem}`);
      for (const { problem } of unreadable) lines.push(`not looked at: ${problem}`);
      const sum =
        damages.length === 0
          ? soundLine(checked, unreadable.length)
          : [`${damages.length} damaged`, ...new Set(damages.map(({ remedy }) => remedy))].join(
              "; ",
            );
      return drawn`${joined([...lines, sum], lineFeed)}\n`;
    });
    return damages.length === 0 ? undefined : findingsExit;
  },
};

function soundLine(checked: number, unchecked: number): string {
  if (checked === 0 && unchecked > 0) return "nothing could be checked";
  const sound = `${checked} generation${checked === 1 ? " is as it was" : "s are as they were"} written`;
  return unchecked === 0 ? sound : `${sound}; not all of the cache could be checked`;
}
