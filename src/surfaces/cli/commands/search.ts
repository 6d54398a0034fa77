import { ModelForgeError } from "../../../failure.ts";
import { searchSorts } from "../../../operations/search-models/input.ts";
import { searchModels } from "../../../operations/search-models/search-models.ts";
import { ask } from "../ask.ts";
import { askedAbout } from "../asked-about.ts";
import type { CliCommand } from "../command.ts";
import { filterFlags, readFilter } from "../filter-options.ts";
import { listFlags, printList, shownFields } from "../list-output.ts";
import { readOrder } from "../order-options.ts";
import { listedColumns, listedFields } from "../render/listed-columns.ts";

const defaultLimit = 20;

const often = listFlags(searchSorts);

export const search: CliCommand = {
  examples: [
    'modelforge search "claude sonnet"',
    "modelforge search gpt5 mini --provider openai",
    "modelforge search qwen coder 480 --sort price",
  ],
  arguments: [
    {
      name: "words",
      isNeeded: true,
      isMany: true,
      about: "parts of a name, an id or a provider, in any order",
    },
  ],
  often,
  get flags() {
    return [...filterFlags(), ...often];
  },
  run: async (context, { args, options }) => {
    const query = args.join(" ").trim();
    if (query === "") {
      throw new ModelForgeError("usage.missing-argument", {
        message: "search for what?",
        hint: 'modelforge search "claude sonnet"',
      });
    }
    const input = {
      ...readFilter(options, context.machine.clock, (message) => context.note(message)),
      query,
      limit: defaultLimit,
      ...readOrder<(typeof searchSorts)[number]>(options),
    };
    const columns = listedColumns(context.style, input, askedAbout(options));
    const how = shownFields(options, columns);
    const outcome = await ask(context, searchModels, input, how);
    await printList(context, outcome, options, {
      fields: listedFields(input.usage),
      columns,
      nothing: outcome.warnings.some(({ code }) => code.startsWith("search."))
        ? undefined
        : `nothing in the catalog looks like ${query}`,
    });
    return undefined;
  },
};
