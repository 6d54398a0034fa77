import { findModelOffers, type OfferAtHand } from "../../../operations/find-offers/find-offers.ts";
import { arranged } from "../arranged-costs.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { filterFlags, readFilter } from "../filter-options.ts";
import { listFlags } from "../list-output.ts";
import { printOffers } from "../offers-output.ts";
import { readUsage, type UsageOptions } from "../usage-options.ts";

export const offers: CliCommand = {
  examples: [
    "modelforge offers claude-sonnet-4-5",
    "modelforge offers gpt-5 --input 40k --output 2k --cached 80% --requests 1000/day",
    "modelforge offers deepseek/deepseek-v3.2 --configured --json",
  ],
  arguments: [
    { name: "model", isNeeded: true, completes: "model", about: "provider/id, or a bare id" },
  ],
  flags: [...filterFlags("Usage, which the offers are sorted by:"), ...listFlags(["cost", "ref"])],
  run: async (context, { args, options }) => {
    const flags = options as UsageOptions & {
      sort?: "cost" | "ref";
      desc?: boolean;
      limit?: number;
    };
    const { requests: _, ...filter } = readFilter(options);
    const usage = readUsage(flags);
    const outcome = await ask(context, findModelOffers, {
      ...filter,
      model: args[0] ?? "",
      ...(usage === undefined ? {} : { usage }),
      ...(flags.requests === undefined ? {} : { requests: flags.requests }),
    });
    const result = { ...outcome.result, offers: inOrder(outcome.result.offers, flags) };
    await printOffers(context, { ...outcome, result }, options, usage !== undefined);
    return undefined;
  },
};

function inOrder(
  offers: readonly OfferAtHand[],
  { sort, desc, limit }: { sort?: "cost" | "ref"; desc?: boolean; limit?: number },
): OfferAtHand[] {
  if (sort !== "ref") {
    return arranged(offers, {
      isReversed: desc === true,
      ...(limit === undefined ? {} : { limit }),
    });
  }
  const sorted = [...offers].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  if (desc === true) sorted.reverse();
  return sorted.slice(0, limit);
}
