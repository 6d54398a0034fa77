import type { PageClaims } from "../claim.ts";

const writes = "src/config/write.test.ts";
const reading = "test/configuration/reading.test.ts";
const rollbacks = "src/operations/config-rollback/config-rollback.test.ts";
const switching = "test/configuration/features.test.ts";
const choosing = "test/configuration/adding-auto.test.ts";
const own = "test/configuration/own-models.test.ts";
const without = "test/configuration/without-catalog.test.ts";
const joining = "src/modelsdev/own/join-body.test.ts";
const callable = "test/configuration/callable.test.ts";
const calling = "test/configuration/validate-providers.test.ts";
const adding = "test/configuration/adding.test.ts";
const changing = "test/configuration/changing.test.ts";

export const configurationAddingAndChecking: PageClaims = {
  page: "docs/guide/configuration.md",
  claims: [
    {
      claim:
        "A model of your own is listed, searched, shown, compared and costed like any other; what you do not say of it is unknown, not zero.",
      heldBy: [
        own,
        "is listed, found, shown, compared and costed, and said to be of the configuration",
        "has no price where none is said: nothing is free that nobody called so",
      ],
    },
    {
      claim:
        "What you say of a model of the catalog, a price you have agreed on or a limit, counts in the catalog's place, and everything else of it stays as the catalog says.",
      heldBy: [own, "counts in its place, is said, and leaves the rest as it is"],
    },
    {
      claim:
        "Prices of yours for what goes in and out hold for every length; beside one of them alone the prices of long contexts are unknown.",
      heldBy: [
        joining,
        "has prices of its own for every length, does not know those of long contexts beside one of them, and keeps them beside a limit",
      ],
    },
    {
      claim:
        "Which rows are yours is said: `info` names it, and in JSON a row has `origin` `config` where the catalog lacks it, and in `configured` the paths of what you say.",
      heldBy: [
        own,
        "is listed, found, shown, compared and costed, and said to be of the configuration",
        "counts in its place, is said, and leaves the rest as it is",
      ],
    },
    {
      claim: "What a project says counts in that project alone.",
      heldBy: [own, "counts in its project alone where a project says it"],
    },
    {
      claim:
        "With `modelforge config set catalog.enabled false`, or `MODELFORGE_FEATURE_CATALOG=0`, the models of your configuration are all there are: nobody is asked, and neither cache nor snapshot is read.",
      heldBy: [
        without,
        "list, info, search, compare, cost and providers answer from the configuration, and nobody is asked",
        "the cache is not looked at: what stands there may be anything",
      ],
    },
    {
      claim:
        "`offers`, `recommend` and `refresh-cache` then end with exit 2 and say what they lack.",
      heldBy: [without, "%s says what it lacks, and what switched it off"],
    },
    {
      claim:
        "What is written is the name of the model and what the provider's address needs; base URL, package, limits and prices come from the catalog whenever they are asked for.",
      heldBy: [
        adding,
        "writes the name of the model and nothing that the catalog has, and says what that fills in",
      ],
    },
    {
      claim:
        "Where an address needs a value that neither you nor a variable says, it is asked for on a terminal, and named elsewhere.",
      heldBy: [
        adding,
        "asks on a terminal for what an address needs",
        "keeps what an address needs, given on the line, and takes it from the environment, too",
      ],
    },
    {
      claim: "Each value is one part of a host or of a path, and never a key.",
      heldBy: [adding, "puts %s into no address"],
    },
    {
      claim: "`modelforge config remove` takes a model out again, and says what still names it.",
      heldBy: [adding, "takes out what was added, and says what still names it"],
    },
    {
      claim:
        "`modelforge config add-auto --use-case coding --budget 3` chooses as `modelforge recommend` does, among the providers that could be called now, at most 3 USD for a million tokens in.",
      heldBy: [
        choosing,
        "takes what recommend puts first of the providers that could be called, with the reasons",
        "keeps to a budget, and says where nothing meets it",
      ],
    },
    {
      claim:
        "It shows why, asks, and makes the model the one in use; `--yes` is for scripts, `--any` looks at all providers.",
      heldBy: [
        choosing,
        "shows the plan on a terminal and asks: %j",
        "writes nothing where nobody can be asked and nobody said yes",
      ],
    },
    {
      claim: "What lacks a part of its address is passed over, and so is who is switched off.",
      heldBy: [choosing, "passes over what lacks a part of its address, and says so"],
    },
    {
      claim: "What lacks a part of its address is passed over, and so is who is switched off.",
      heldBy: [callable, "it is said who is switched off, and how to switch it on"],
    },
    {
      claim: "Where nobody could be called, it says of each provider why, and what to do.",
      heldBy: [
        callable,
        "it is said who is switched off, and how to switch it on",
        "it is said what is missing beside the key",
        "it is said of whoever was named, though others could be called",
      ],
    },
    {
      claim:
        "One whose address you say with `providers.<id>.baseUrl` counts as configured where its credential may go there; `${…}` in such an address is filled with its `values` and the variables in its `env`.",
      heldBy: [
        callable,
        "could be called where its credential may go there, and only there",
        "could be called at the address that is its own",
      ],
    },
    {
      claim:
        "One whose address you say with `providers.<id>.baseUrl` counts as configured where its credential may go there; `${…}` in such an address is filled with its `values` and the variables in its `env`.",
      heldBy: [calling, "names what fills an address, and then it is filled"],
    },
    {
      claim:
        "A server of your own that you name so, on this machine or in a private network, counts without a credential, too.",
      heldBy: [
        "src/operations/auth-status/one-answer.test.ts",
        "is called without a credential, and is configured: %s",
      ],
    },
    {
      claim:
        "`modelforge providers info azure --template` shows how a provider is called, filled with what is at hand: its address and its package, the variables that hold a credential, and what is missing.",
      heldBy: [
        adding,
        "is part of their templates, after what is given and what the environment says",
        "shows a template for people",
      ],
    },
    {
      claim:
        "A provider that is switched off with `providers.<id>.enabled` does not count as configured.",
      heldBy: [
        adding,
        "makes one configured that lacks nothing else, and one that is switched off none",
      ],
    },
    {
      claim: "Every change is noted with its time and its command, the newest 200 of them.",
      heldBy: [
        writes,
        "has every change, newest first, with what was before and after",
        "keeps 200 changes, the newest",
      ],
    },
    {
      claim:
        "`modelforge config history` lists them, `modelforge config diff 2` shows what the second newest did, and `modelforge config rollback 2` takes the two newest back.",
      heldBy: [changing, "take five mixed changes back one by one, and forward again"],
    },
    {
      claim: "That is a change itself, which the next rollback takes back.",
      heldBy: [changing, "take five mixed changes back one by one, and forward again"],
    },
    {
      claim: "What you changed by hand counts as a change, too.",
      heldBy: [writes, "counts what was changed by hand since as the newest"],
    },
    {
      claim: "What you changed by hand counts as a change, too.",
      heldBy: [rollbacks, "counts what was changed by hand between two changes as one of its own"],
    },
    {
      claim: "With `--project` all three are about the project's file alone.",
      heldBy: [rollbacks, "takes back the project's changes alone where that is asked"],
    },
    {
      claim: "With `--project` all three are about the project's file alone.",
      heldBy: [changing, "with --project show and take back the project's changes alone"],
    },
    {
      claim: "A file that holds what looks like a key is not noted.",
      heldBy: [
        writes,
        "keeps no file that holds what looks like a key, and says that it cannot be taken back",
      ],
    },
    {
      claim:
        "A setting that nobody knows, or a value of another kind, is named on stderr with its file and line; the rest of the file counts.",
      heldBy: [
        reading,
        "is named once, with its file, its line and what was meant, and costs nothing else",
      ],
    },
    {
      claim:
        "A file that is no JSON ends what needs it with exit 7: where the catalog comes from is not guessed.",
      heldBy: [reading, "ends what needs it with exit 7 and leaves the rest: %s"],
    },
    {
      claim:
        "Nothing is ever changed in it, and `modelforge config rollback` brings back what it was.",
      heldBy: [writes, "leaves a file alone that is %s"],
    },
    {
      claim:
        "Nothing is ever changed in it, and `modelforge config rollback` brings back what it was.",
      heldBy: [changing, "bring a file back that was broken by hand"],
    },
    {
      claim:
        "So a project's file may choose the model in use, name aliases, add models and switch providers off; where the catalog comes from, which variables hold a key and what an address is made of are not for it to say.",
      heldBy: [
        reading,
        "is the variable, else the project's file, else the user's, else the default",
        "is what a project may not say",
      ],
    },
    {
      claim:
        "It is not read at all where it belongs to another user, where others may write it, or where it is a link.",
      heldBy: [
        reading,
        "is a project's file that others may write, or that is a link",
        "is a project's file of another user",
      ],
    },
    {
      claim: "`features list` says of each what it does, whether it is on, and what says so.",
      heldBy: [switching, "says of each whether it is on, and what says so"],
    },
    {
      claim: "`features enable` and `features disable` write that into your file.",
      heldBy: [switching, "say it in one's own file, a change that can be taken back"],
    },
    {
      claim:
        "A variable `MODELFORGE_FEATURE_<NAME>` goes before the file, and under `CI` no feature is on.",
      heldBy: [switching, "says of each whether it is on, and what says so"],
    },
  ],
  plain: [
    {
      says: "What you would otherwise say with flags and variables every time: the model in use, names of your own for models, where the catalog comes from.",
      because: "definition",
    },
    {
      says: "[Settings](../reference/settings.md) lists all that a file can say.",
      because: "pointer",
    },
    {
      says: "Whoever wrote a project need not be the one who works in it.",
      because: "fact",
    },
  ],
};
