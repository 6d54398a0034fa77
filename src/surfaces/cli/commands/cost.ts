import { shellWord } from "../../../catalog/words/shell-word.ts";
import { ModelForgeError } from "../../../failure.ts";
import { costSorts } from "../../../operations/arranged-costs.ts";
import { providerOfId } from "../../../operations/common-fields.ts";
import { estimateCosts } from "../../../operations/estimate-cost/estimate-cost.ts";
import { ask } from "../ask.ts";
import { batchFlags, type BatchOptions, describesBatch } from "../batch-flags.ts";
import type { CliCommand } from "../command.ts";
import { flagsOf } from "../field-flags.ts";
import { listFlags, printList } from "../list-output.ts";
import { readBatch } from "../read-batch.ts";
import { readOrder } from "../order-options.ts";
import { text } from "../option-values.ts";
import { askedCostFields, costColumns } from "../render/cost-columns.ts";
import { readUsage, requestsInTime, usageFlags, type UsageOptions } from "../usage-options.ts";

export const cost: CliCommand = {
  examples: [
    "modelforge cost gpt-5 --input 40k --output 2k",
    "modelforge cost claude-sonnet-4-5 gpt-5 gemini-2.5-pro --input 40k --cached 80% --output 2k --requests 1000/day",
    "modelforge cost gpt-5 gpt-5-mini --total-input 50m --total-output 5m --request-size 50k",
    "modelforge cost gpt-5 --prompt-file prompt.md --output 2k --json",
  ],
  arguments: [
    {
      name: "models",
      isNeeded: true,
      isMany: true,
      completes: "model",
      about: "provider/id, or bare ids",
    },
  ],
  flags: [
    ...flagsOf({ provider: providerOfId }),
    {
      name: "--prompt-file",
      takes: text("path", "file"),
      about: "estimates the input from a text; - is what is piped in",
    },
    ...usageFlags(),
    ...batchFlags,
    ...listFlags(costSorts),
  ],
  run: async (context, { args, options }) => {
    const { provider, promptFile, ...flags } = options as UsageOptions &
      BatchOptions & { provider?: string; promptFile?: string };
    const note = (message: string): void => context.note(message);
    const other = flags.input === undefined ? "--total-input" : "--input";
    if (promptFile !== undefined && (flags.input ?? flags.totalInput) !== undefined) {
      throw new ModelForgeError("usage.bad-value", {
        message: `--prompt-file and ${other} both say how much goes in`,
        hint: "leave one of them out",
      });
    }
    const input = promptFile === undefined ? {} : await tokensOf(promptFile);
    const batch = describesBatch(flags) ? readBatch({ ...flags, ...input }, note) : undefined;
    const usage = batch === undefined ? readUsage({ ...flags, ...input }, note) : undefined;
    if (usage === undefined && batch === undefined) {
      throw new ModelForgeError("usage.missing-argument", {
        message: "the cost of which usage?",
        hint: `modelforge cost ${args.map(shellWord).join(" ")} --input 40k --output 2k`,
      });
    }
    const outcome = await ask(context, estimateCosts, {
      models: args,
      ...(usage === undefined ? {} : { usage }),
      ...(batch === undefined ? {} : { batch }),
      ...(provider === undefined ? {} : { provider }),
      ...requestsInTime(flags),
      ...readOrder<(typeof costSorts)[number]>(options),
    });
    await printList(context, outcome, options, {
      fields: askedCostFields,
      columns: costColumns(context.style),
      nothing: "no model to work out a cost for",
    });
    return undefined;

    async function tokensOf(path: string): Promise<{ input: number }> {
      const { countPromptTokens } = await import("../prompt-file.ts");
      const counted = await countPromptTokens(context.machine, path, args);
      context.note(`${path}: ${counted.tokens} tokens, ${counted.how}`);
      return { input: counted.tokens };
    }
  },
};
