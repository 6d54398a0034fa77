import type { CliCommand } from "./command.ts";

/** Where a command stands in the help, what it is called, and how to load it. */
export interface CommandEntry {
  /** `models list`; the path is the command's name. */
  path: string;
  aliases: readonly string[];
  /** One sentence without its full stop. */
  summary: string;
  load(): Promise<CliCommand>;
}

/** All commands, in the order of the help. */
export const commandTable: readonly CommandEntry[] = [
  {
    path: "models list",
    aliases: ["list", "models"],
    summary: "list models, filtered and sorted",
    load: async () => (await import("./commands/list.ts")).list,
  },
  {
    path: "models search",
    aliases: ["search"],
    summary: "find models by name, typos forgiven",
    load: async () => (await import("./commands/search.ts")).search,
  },
  {
    path: "models info",
    aliases: ["info"],
    summary: "show everything about one model",
    load: async () => (await import("./commands/info.ts")).info,
  },
  {
    path: "models compare",
    aliases: ["compare"],
    summary: "show models side by side",
    load: async () => (await import("./commands/compare.ts")).compare,
  },
  {
    path: "models offers",
    aliases: ["offers"],
    summary: "show who sells the same model, and for how much",
    load: async () => (await import("./commands/offers.ts")).offers,
  },
  {
    path: "models recommend",
    aliases: ["recommend"],
    summary: "choose a model, with reasons",
    load: async () => (await import("./commands/recommend.ts")).recommend,
  },
  {
    path: "discover",
    aliases: [],
    summary: "look around, filter and compare on a full screen",
    load: async () => (await import("./commands/discover.ts")).discover,
  },
  {
    path: "cost",
    aliases: [],
    summary: "work out what a usage costs",
    load: async () => (await import("./commands/cost.ts")).cost,
  },
  {
    path: "providers list",
    aliases: ["providers"],
    summary: "list providers",
    load: async () => (await import("./commands/providers-list.ts")).providersList,
  },
  {
    path: "providers info",
    aliases: [],
    summary: "show how one provider is reached",
    load: async () => (await import("./commands/providers-info.ts")).providersInfo,
  },
  {
    path: "refresh-cache",
    aliases: [],
    summary: "fetch the catalog if there is a newer one",
    load: async () => (await import("./commands/refresh-cache.ts")).refreshCache,
  },
  {
    path: "cache status",
    aliases: ["cache"],
    summary: "show what is kept on disk and how old it is",
    load: async () => (await import("./commands/cache-status.ts")).status,
  },
  {
    path: "cache verify",
    aliases: [],
    summary: "compare every byte of the cache with its checksum",
    load: async () => (await import("./commands/cache-verify.ts")).verify,
  },
  {
    path: "cache history",
    aliases: [],
    summary: "list the generations kept on disk",
    load: async () => (await import("./commands/cache-history.ts")).history,
  },
  {
    path: "cache restore",
    aliases: [],
    summary: "make an older generation answer",
    load: async () => (await import("./commands/cache-restore.ts")).restore,
  },
  {
    path: "cache prune",
    aliases: [],
    summary: "remove old generations until the cache fits its limit",
    load: async () => (await import("./commands/cache-prune.ts")).prune,
  },
  {
    path: "cache clear",
    aliases: [],
    summary: "remove the cache",
    load: async () => (await import("./commands/cache-clear.ts")).clear,
  },
  {
    path: "cache path",
    aliases: [],
    summary: "print the directory of the cache",
    load: async () => (await import("./commands/cache-path.ts")).path,
  },
  {
    path: "completion",
    aliases: [],
    summary: "print a script that completes command lines in your shell",
    load: async () => (await import("./commands/completion.ts")).completion,
  },
];

/** The first words of commands that have a second one. */
export const groups: ReadonlySet<string> = new Set(
  commandTable.flatMap(({ path }) =>
    path.includes(" ") ? [path.slice(0, path.indexOf(" "))] : [],
  ),
);
