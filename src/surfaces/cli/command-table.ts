import type { CommandEntry } from "./command-entry.ts";
import { ownCommands } from "./own-commands.ts";

/** All commands, in the order of the help. */
export const commandTable: readonly CommandEntry[] = [
  {
    path: "models list",
    aliases: ["list", "models"],
    summary: "list models, filtered and sorted",
    answer: "list-models",
    load: async () => (await import("./commands/list.ts")).list,
  },
  {
    path: "models search",
    aliases: ["search"],
    summary: "find models by name, typos forgiven",
    answer: "search-models",
    load: async () => (await import("./commands/search.ts")).search,
  },
  {
    path: "models info",
    aliases: ["info"],
    summary: "show everything about one model",
    answer: "model-info",
    load: async () => (await import("./commands/info.ts")).info,
  },
  {
    path: "models compare",
    aliases: ["compare"],
    summary: "show models side by side",
    answer: "compare-models",
    load: async () => (await import("./commands/compare.ts")).compare,
  },
  {
    path: "models offers",
    aliases: ["offers"],
    summary: "show who sells the same model, and for how much",
    answer: "find-offers",
    load: async () => (await import("./commands/offers.ts")).offers,
  },
  {
    path: "models recommend",
    aliases: ["recommend"],
    summary: "choose a model, with reasons",
    answer: "recommend-models",
    load: async () => (await import("./commands/recommend.ts")).recommend,
  },
  {
    path: "discover",
    aliases: [],
    summary: "look around, filter and compare on a full screen",
    answer: "list-models",
    load: async () => (await import("./commands/discover.ts")).discover,
  },
  {
    path: "cost",
    aliases: [],
    summary: "work out what a usage costs",
    answer: "estimate-cost",
    load: async () => (await import("./commands/cost.ts")).cost,
  },
  {
    path: "providers list",
    aliases: ["providers"],
    summary: "list providers",
    answer: "list-providers",
    load: async () => (await import("./commands/providers-list.ts")).providersList,
  },
  {
    path: "providers info",
    aliases: [],
    summary: "show how one provider is reached",
    answer: "provider-info",
    load: async () => (await import("./commands/providers-info.ts")).providersInfo,
  },
  {
    path: "refresh-cache",
    aliases: [],
    summary: "fetch the catalog if there is a newer one",
    answer: "refresh-catalog",
    load: async () => (await import("./commands/refresh-cache.ts")).refreshCache,
  },
  {
    path: "cache status",
    aliases: ["cache"],
    summary: "show what is kept on disk and how old it is",
    answer: "cache-status",
    load: async () => (await import("./commands/cache-status.ts")).status,
  },
  {
    path: "cache verify",
    aliases: [],
    summary: "compare every byte of the cache with its checksum",
    answer: "cache-verify",
    load: async () => (await import("./commands/cache-verify.ts")).verify,
  },
  {
    path: "cache history",
    aliases: [],
    summary: "list the generations kept on disk",
    answer: "cache-history",
    load: async () => (await import("./commands/cache-history.ts")).history,
  },
  {
    path: "cache restore",
    aliases: [],
    summary: "make an older generation answer",
    answer: "cache-restore",
    load: async () => (await import("./commands/cache-restore.ts")).restore,
  },
  {
    path: "cache prune",
    aliases: [],
    summary: "remove old generations until the cache fits its limit",
    answer: "cache-prune",
    load: async () => (await import("./commands/cache-prune.ts")).prune,
  },
  {
    path: "cache clear",
    aliases: [],
    summary: "remove the cache",
    answer: "cache-clear",
    load: async () => (await import("./commands/cache-clear.ts")).clear,
  },
  {
    path: "cache path",
    aliases: [],
    summary: "print the directory of the cache",
    answer: "cache-path",
    load: async () => (await import("./commands/cache-path.ts")).path,
  },
  ...ownCommands,
  {
    path: "completion",
    aliases: [],
    summary: "print a script that completes command lines in your shell",
    answer: "completion",
    load: async () => (await import("./commands/completion.ts")).completion,
  },
];

/** The first words of commands that have a second one. */
export const groups: ReadonlySet<string> = new Set(
  commandTable.flatMap(({ path }) =>
    path.includes(" ") ? [path.slice(0, path.indexOf(" "))] : [],
  ),
);
