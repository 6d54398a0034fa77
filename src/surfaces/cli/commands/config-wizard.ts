import { clean } from "../../../catalog/words/clean.ts";
import { mostCompared } from "../../../operations/compare-models/compare-models.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { browse } from "../discover/browse.ts";
import { drawn, recoloured } from "../render/drawn.ts";
import { styleFor } from "../render/style.ts";
import { askAll } from "../wizard/steps.ts";
import { Wizard } from "../wizard/wizard.ts";
import { writeAll } from "../wizard/write-all.ts";

/** What `modelforge config` alone does where somebody sits at a terminal. */
export const configWizard: CliCommand = {
  examples: ["modelforge config"],
  flags: [],
  run: async (context) => {
    const { terminal, clock, process, environment } = context.machine;
    const style = styleFor({ isTerminal: true }, environment, context.options.color === false);
    const outcome = await ask(context, browse, {
      query: "",
      filter: {},
      sort: "relevance",
      descending: false,
      fixedFilters: "",
      style,
    });
    context.report(outcome);
    const { runAsking } = await import("../picker/picker.tsx");
    const asking = await runAsking({
      terminal,
      clock,
      style,
      pen: { drawn, recoloured },
      clean,
      mostCompared,
      onInterrupt: process.onInterrupt,
    });
    const wizard = new Wizard(context, asking, outcome.result);
    try {
      await askAll(wizard);
    } finally {
      asking.close();
    }
    await writeAll(wizard);
    return undefined;
  },
};
