import { costSorts } from "../../../operations/arranged-costs.ts";
import { findModelOffers } from "../../../operations/find-offers/find-offers.ts";
import { ask } from "../ask.ts";
import { askedAbout } from "../asked-about.ts";
import type { CliCommand } from "../command.ts";
import { filterFlags, readFilter } from "../filter-options.ts";
import { listFlags, shownFields } from "../list-output.ts";
import { offerColumns, printOffers } from "../offers-output.ts";
import { readOrder } from "../order-options.ts";
import { readUsage, type UsageOptions } from "../usage-options.ts";

const often = listFlags(costSorts);

export const offers: CliCommand = {
  examples: [
    "modelforge offers claude-sonnet-4-5",
    "modelforge offers gpt-5 --input 40k --output 2k --cached 80% --requests 1000/day",
    "modelforge offers deepseek/deepseek-v3.2 --configured --json",
  ],
  arguments: [
    { name: "model", isNeeded: true, completes: "model", about: "provider/id, or a bare id" },
  ],
  often,
  get flags() {
    return [...filterFlags("Usage, which the offers are sorted by:"), ...often];
  },
  run: async (context, { args, options }) => {
    const flags = options as UsageOptions;
    const filter = readFilter(options, context.machine.clock);
    const usage = readUsage(flags, (message) => context.note(message));
    const input = {
      ...filter,
      model: args[0] ?? "",
      ...(usage === undefined ? {} : { usage }),
      ...readOrder<(typeof costSorts)[number]>(options),
    };
    const columns = offerColumns(context.style, askedAbout(options));
    const how = shownFields(options, columns);
    const outcome = await ask(context, findModelOffers, input, how);
    await printOffers(context, outcome, options, { columns, hasUsage: usage !== undefined });
    return undefined;
  },
};
