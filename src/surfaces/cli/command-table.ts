import type { AnswerName } from "../../operations/answers.ts";
import type { CliCommand } from "./command.ts";

/** Where a command stands in the help, what it is called, and how to load it. */
export interface CommandEntry {
  /** `models list`; the path is the command's name. */
  path: string;
  aliases: readonly string[];
  /** One sentence without its full stop. */
  summary: string;
  /** What `--json` prints: the answer to which question; null where that is none. */
  answer: AnswerName | null;
  load(): Promise<CliCommand>;
}

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
  {
    path: "config show",
    aliases: ["config"],
    summary: "show the settings that count, and where each is from",
    answer: "config-show",
    load: async () => (await import("./commands/config-show.ts")).configShowCommand,
  },
  {
    path: "config get",
    aliases: [],
    summary: "print one setting",
    answer: "config-get",
    load: async () => (await import("./commands/config-get.ts")).configGetCommand,
  },
  {
    path: "config path",
    aliases: [],
    summary: "print where the configuration is",
    answer: "config-path",
    load: async () => (await import("./commands/config-path.ts")).configPathCommand,
  },
  {
    path: "config set",
    aliases: [],
    summary: "set one value, the rest of the file stays as it is",
    answer: "config-set",
    load: async () => (await import("./commands/config-set.ts")).configSetCommand,
  },
  {
    path: "config unset",
    aliases: [],
    summary: "take a value out",
    answer: "config-unset",
    load: async () => (await import("./commands/config-unset.ts")).configUnsetCommand,
  },
  {
    path: "config use",
    aliases: [],
    summary: "make a model the one in use",
    answer: "config-use",
    load: async () => (await import("./commands/config-use.ts")).configUseCommand,
  },
  {
    path: "config alias",
    aliases: [],
    summary: "give a model a name of your own",
    answer: "config-alias",
    load: async () => (await import("./commands/config-alias.ts")).configAliasCommand,
  },
  {
    path: "config validate",
    aliases: [],
    summary: "find what is wrong with the configuration, and what to do",
    answer: "config-validate",
    load: async () => (await import("./commands/config-validate.ts")).configValidateCommand,
  },
  {
    path: "config history",
    aliases: [],
    summary: "list the changes of the configuration",
    answer: "config-history",
    load: async () => (await import("./commands/config-history.ts")).configHistoryCommand,
  },
  {
    path: "config diff",
    aliases: [],
    summary: "show what one change did",
    answer: "config-diff",
    load: async () => (await import("./commands/config-diff.ts")).configDiffCommand,
  },
  {
    path: "config rollback",
    aliases: [],
    summary: "take the last changes back",
    answer: "config-rollback",
    load: async () => (await import("./commands/config-rollback.ts")).configRollbackCommand,
  },
  {
    path: "features list",
    aliases: [],
    summary: "list what can be switched on and off",
    answer: "features-list",
    load: async () => (await import("./commands/features-list.ts")).featuresListCommand,
  },
  {
    path: "features enable",
    aliases: [],
    summary: "switch a feature on",
    answer: "features-enable",
    load: async () => (await import("./commands/features-enable.ts")).featuresEnableCommand,
  },
  {
    path: "features disable",
    aliases: [],
    summary: "switch a feature off",
    answer: "features-disable",
    load: async () => (await import("./commands/features-disable.ts")).featuresDisableCommand,
  },
  {
    path: "auth status",
    aliases: ["auth"],
    summary: "show which credentials are at hand, and where they go",
    answer: "auth-status",
    load: async () => (await import("./commands/auth-status.ts")).authStatusCommand,
  },
  {
    path: "auth login",
    aliases: [],
    summary: "keep a credential for a provider",
    answer: "auth-login",
    load: async () => (await import("./commands/auth-login.ts")).authLoginCommand,
  },
  {
    path: "auth logout",
    aliases: [],
    summary: "remove a stored credential",
    answer: "auth-logout",
    load: async () => (await import("./commands/auth-logout.ts")).authLogoutCommand,
  },
  {
    path: "auth list",
    aliases: [],
    summary: "list stored accounts, without opening any",
    answer: "auth-list",
    load: async () => (await import("./commands/auth-list.ts")).authListCommand,
  },
  {
    path: "auth trust",
    aliases: [],
    summary: "let credentials go to an address of your own",
    answer: "auth-trust",
    load: async () => (await import("./commands/auth-trust.ts")).authTrustCommand,
  },
  {
    path: "auth token",
    aliases: [],
    summary: "print one key, for another program to read",
    answer: null,
    load: async () => (await import("./commands/auth-token.ts")).authTokenCommand,
  },
  {
    path: "auth exec",
    aliases: [],
    summary: "start a program with the keys it needs",
    answer: null,
    load: async () => (await import("./commands/auth-exec.ts")).authExecCommand,
  },
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
