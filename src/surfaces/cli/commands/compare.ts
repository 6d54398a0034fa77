import { compareSeveral } from "../../../operations/compare-models/compare-models.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { comparisonFlags, printComparison, shownOfModels } from "../comparison-output.ts";
import { readUsage, requestsInTime, usageFlags, type UsageOptions } from "../usage-options.ts";

export const compare: CliCommand = {
  examples: [
    "modelforge compare gpt-5 claude-sonnet-4-5",
    "modelforge compare gpt-5 claude-sonnet-4-5 gemini-2.5-pro --diff --input 40k --output 2k",
    "modelforge compare gpt-5 gpt-5-mini --format md",
  ],
  arguments: [
    {
      name: "models",
      isNeeded: true,
      isMany: true,
      completes: "model",
      about: "two to eight, provider/id or bare ids",
    },
  ],
  flags: [{ name: "--diff", about: "only what differs" }, ...comparisonFlags, ...usageFlags()],
  run: async (context, { args, options }) => {
    const flags = options as UsageOptions;
    const usage = readUsage(flags, (message) => context.note(message));
    const input = {
      models: args,
      onlyDifferences: options.diff === true,
      ...(usage === undefined ? {} : { usage }),
      ...requestsInTime(flags),
    };
    const outcome = await ask(context, compareSeveral, input, shownOfModels(options));
    await printComparison(context, outcome, options);
    return undefined;
  },
};
