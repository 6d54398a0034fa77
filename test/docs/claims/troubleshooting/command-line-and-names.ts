import { examples, type PageClaims } from "../claim.ts";

export const troubleshootingCommandLineAndNames: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim: "`usage.missing-argument` shows the command's help first.",
      heldBy: [
        "test/cli/streams.test.ts",
        "comes short on stderr with exit 2 where an argument lacks",
      ],
    },
    {
      claim: "A guess is only named, never run.",
      heldBy: ["src/surfaces/cli/find-command.test.ts", "names the nearest for %j"],
    },
    {
      claim: "A guess is only named, never run.",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
    {
      claim:
        "`usage.confirmation-needed`: something would be removed and there is nobody to ask, because this is no terminal or `--no-input` or `--json` was given.",
      heldBy: [
        "test/promises/terminal.test.ts",
        "is not asked with %s",
        "there is no pager and no question",
      ],
    },
    { claim: "Add `--yes`.", heldBy: [examples, "modelforge cache clear --all"] },
    {
      claim: "Add `--yes`.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "removes the cache of this source, with --all that of every source",
      ],
    },
    {
      claim:
        "`usage.needs-terminal`: `discover` is a conversation, and this is no terminal or `--no-input` was given.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "names the command that gives the same models",
        "asks nobody with --no-input, though there is a terminal",
      ],
    },
    {
      claim: "Run the command the hint names, which gives the same models.",
      heldBy: ["src/surfaces/cli/discover/command-line.test.ts", "asks list for the same: %j"],
    },
    {
      claim: "`model.not-found` and `provider.not-found` name the nearest, over the whole catalog.",
      heldBy: [
        "src/catalog/search/resolve-model.test.ts",
        "names the nearest for a model there is not, and which of them are deprecated",
      ],
    },
    {
      claim: "`model.not-found` and `provider.not-found` name the nearest, over the whole catalog.",
      heldBy: [
        "src/catalog/query/resolve.test.ts",
        "fails for a provider there is not, naming the nearest of all",
      ],
    },
    {
      claim: "`model.ambiguous`: several providers sell this id, and none of them made it.",
      heldBy: [
        "src/catalog/search/resolve-model.test.ts",
        "names the candidates where none of several sellers is the maker",
      ],
    },
    {
      claim: "Name one of the refs in the hint.",
      heldBy: [examples, "modelforge info openai/gpt-oss-20b"],
    },
    {
      claim:
        "`config.unreadable`: a file of the configuration is no JSON, no UTF-8, or larger than 1 MB, and is left as it is;",
      heldBy: ["src/config/write.test.ts", "leaves a file alone that is %s"],
    },
    {
      claim: "`modelforge config rollback` brings back what it was.",
      heldBy: ["test/configuration/changing.test.ts", "bring a file back that was broken by hand"],
    },
    {
      claim: "`config.not-set`: the setting has no value, or the history no such change.",
      heldBy: [
        "test/configuration/changing.test.ts",
        "say how many there are where there are fewer",
      ],
    },
    {
      claim: "`generation.not-found`: `modelforge cache history` lists the generations there are.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "is called by the beginning of the digest of what the source sent",
      ],
    },
    {
      claim: "`generation.not-found`: `modelforge cache history` lists the generations there are.",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
    {
      claim: "`--status all` shows those too, and a note says how many were hidden.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "leaves out deprecated models unless a status is asked for",
      ],
    },
    {
      claim: "`--status all` shows those too, and a note says how many were hidden.",
      heldBy: [examples, "modelforge list --limit 1"],
    },
    {
      claim: "A price ceiling leaves it out, and a note says so.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "`--include-unpriced` keeps it.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "`modelforge cache status` says how old, `modelforge refresh-cache` gets today's.",
      heldBy: [
        "test/promises/help.test.ts",
        "shows what answers, how old it is, and of when and whence the snapshot is",
      ],
    },
    {
      claim: "`modelforge cache status` says how old, `modelforge refresh-cache` gets today's.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "asks the source however young the catalog is, and --if-stale does not",
      ],
    },
    {
      claim: "`modelforge cache status` counts and names such rows.",
      heldBy: [
        "test/faults/hostile-names.test.ts",
        "has each row of a reserved name reported by its place, and the rows around it kept",
      ],
    },
    {
      claim: "it is taken for unknown, and counted as an odd value.",
      heldBy: ["src/catalog/parse/values.test.ts", "takes a price of %s for unknown and counts it"],
    },
    {
      claim:
        "A price above $100,000 or below $0.000001 per million tokens is a slip of whoever wrote it:",
      heldBy: [
        "src/catalog/parse/values.test.ts",
        "takes a price of %s for unknown and counts it",
        "takes %d for a price",
      ],
    },
  ],
  plain: [
    { says: "This page has more to say on each.", because: "pointer" },
    { says: "Decide by `code`, never by the text.", because: "advice" },
    { says: "It may be deprecated.", because: "fact" },
    { says: "Its price may not be listed.", because: "fact" },
    { says: "The catalog may be old.", because: "fact" },
    { says: "Its row may have been set aside because it could not be read.", because: "fact" },
  ],
};
