import type { SortKey } from "../../../catalog/query/sort.ts";
import { ModelForgeError } from "../../../failure.ts";
import { searchSorts } from "../../../operations/search-models/input.ts";
import { searchModels } from "../../../operations/search-models/search-models.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { listFlags, type ListFlags, printList } from "../list-output.ts";
import { filterFlags, readFilter, refuseUsageWithoutCeiling } from "../filter-options.ts";
import { modelColumns, modelFields } from "../render/model-columns.ts";

const defaultLimit = 20;

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
  flags: [...filterFlags(), ...listFlags(searchSorts)],
  run: async (context, { args, options }) => {
    const query = args.join(" ").trim();
    if (query === "") {
      throw new ModelForgeError("usage.missing-argument", {
        message: "search for what?",
        hint: 'modelforge search "claude sonnet"',
      });
    }
    refuseUsageWithoutCeiling(options);
    const { sort, desc, limit } = options as ListFlags<SortKey | "relevance">;
    const outcome = await ask(context, searchModels, {
      ...readFilter(options),
      query,
      ...(sort === undefined ? {} : { sort }),
      limit: limit ?? defaultLimit,
      descending: desc === true,
    });
    await printList(context, outcome, options, {
      fields: modelFields,
      columns: modelColumns(context.style),
      nothing: outcome.warnings.some(({ code }) => code === "search.hidden")
        ? undefined
        : `nothing in the catalog looks like ${query}`,
    });
    return undefined;
  },
};
