import { compareSeveral } from "../../../operations/compare-models/compare-models.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { addComparisonOptions, printComparison } from "../comparison-output.ts";
import { addUsageOptions, readUsage, type UsageOptions } from "../usage-options.ts";

export const compare: CliCommand = {
  examples: [
    "modelforge compare gpt-5 claude-sonnet-4-5",
    "modelforge compare gpt-5 claude-sonnet-4-5 gemini-2.5-pro --diff --input 40k --output 2k",
    "modelforge compare gpt-5 gpt-5-mini --format md",
  ],
  define: (command) => {
    command
      .argument("<models...>", "two to eight, provider/id or bare ids")
      .option("--diff", "only what differs");
    addComparisonOptions(command);
    addUsageOptions(command);
  },
  run: async (context, { args, options }) => {
    const flags = options as UsageOptions;
    const usage = readUsage(flags);
    const outcome = await ask(context, compareSeveral, {
      models: args,
      onlyDifferences: options.diff === true,
      ...(usage === undefined ? {} : { usage }),
      ...(flags.requests === undefined ? {} : { requests: flags.requests }),
    });
    await printComparison(context, outcome, options);
    return undefined;
  },
};
