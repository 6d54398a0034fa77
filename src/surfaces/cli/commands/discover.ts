import { ModelForgeError } from "../../../failure.ts";
import { mostCompared } from "../../../operations/compare-models/compare-models.ts";
import { sortKeys } from "../../../catalog/query/sort.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import type { CliContext } from "../context.ts";
import { type Browsing, browse } from "../discover/browse.ts";
import { equivalentLine, fixedFlags, flagWords } from "../discover/command-line.ts";
import { followUp } from "../discover/leave.ts";
import { converse } from "../discover/plain.ts";
import { filterFlags, readFilter, refuseUsageWithoutCeiling } from "../filter-options.ts";
import { word } from "../option-values.ts";
import type { Leaving, PickerSort } from "../picker/contract.ts";
import { drawn, recoloured } from "../render/drawn.ts";
import { type Style, styleFor } from "../render/style.ts";

const sorts = ["relevance", ...sortKeys] as const;

interface DiscoverFlags {
  plain?: boolean;
  sort?: PickerSort;
  desc?: boolean;
  prompts?: boolean;
}

export const discover: CliCommand = {
  examples: [
    "modelforge discover",
    "modelforge discover claude --capability tools --max-price 3",
    "modelforge discover --plain",
  ],
  arguments: [{ name: "query", about: "what to search for at first" }],
  flags: [
    {
      name: "--plain",
      about: "ask line by line, for screen readers and simple terminals",
    },
    {
      name: "--sort",
      takes: word("key", "sort key", sorts),
      about: `order at first: ${sorts.join(", ")}`,
    },
    { name: "--desc", about: "from the other end" },
    { name: "--project", about: "what is added or used goes into the project's file, not yours" },
    { name: "--dry-run", about: "of what is added or used, only show what would change" },
    ...filterFlags(),
  ],
  run: async (context, { args, options }) => {
    const query = args[0]?.trim() ?? "";
    const { plain, sort, desc, prompts } = options as DiscoverFlags;
    const { terminal } = context.machine;
    // a terminal that cannot redraw gets lines
    // the screen is a terminal, wherever what is chosen goes
    const { environment } = context.machine;
    const style = styleFor({ isTerminal: true }, environment, context.options.color === false);
    const isPlain = plain === true || !style.canRedraw;
    const canTalk = terminal.canTakeOver && (!isPlain || terminal.canPrompt);
    if (!canTalk || prompts === false) throw nobodyThere(query, options);
    refuseUsageWithoutCeiling(options);
    const outcome = await ask(context, browse, {
      query,
      filter: readFilter(options, context.machine.clock, (message) => context.note(message)),
      sort: sort ?? "relevance",
      descending: desc === true,
      fixedFilters: flagWords(options, fixedFlags).join(" "),
      style,
    });
    const { result } = outcome;
    const leaving = isPlain ? await talk(context, result) : await show(context, result, style);
    context.report(outcome);
    return followUp(context, outcome, leaving, options);
  },
};

async function show(
  context: CliContext,
  { catalog, question }: Browsing,
  style: Style,
): Promise<Leaving> {
  const { terminal, clock, process } = context.machine;
  const { runPicker } = await import("../picker/picker.tsx");
  return runPicker({
    terminal,
    clock,
    style,
    pen: { drawn, recoloured },
    catalog,
    question,
    mostCompared,
    onInterrupt: process.onInterrupt,
  });
}

function talk({ machine }: CliContext, { catalog, question }: Browsing): Promise<Leaving> {
  const { terminal } = machine;
  return converse({
    catalog,
    question,
    mostCompared,
    say: (line) => terminal.err.write(drawn`${line}\n`),
    ask: (text) => terminal.prompt(drawn`${text}`, "plain"),
  });
}

function nobodyThere(query: string, options: Record<string, unknown>): ModelForgeError {
  return new ModelForgeError("usage.needs-terminal", {
    message: "discover needs a person at a terminal",
    hint: `without one: ${equivalentLine(query, options)}`,
  });
}
