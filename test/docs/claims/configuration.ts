import type { PageClaims } from "./claim.ts";

const places = "src/config/places.test.ts";
const edits = "src/config/edit.test.ts";
const writes = "src/config/write.test.ts";
const reading = "test/configuration/reading.test.ts";
const rollbacks = "src/operations/config-rollback/config-rollback.test.ts";
const switching = "test/configuration/features.test.ts";
const editing = "test/configuration/edited.test.ts";
const validating = "test/configuration/validate.test.ts";
const changing = "test/configuration/changing.test.ts";

export const configuration: PageClaims = {
  page: "docs/guide/configuration.md",
  claims: [
    {
      claim:
        "Yours is `$XDG_CONFIG_HOME/model-forge/config.json`, else `~/.config/model-forge/config.json`; `MODELFORGE_CONFIG_DIR` goes before both.",
      heldBy: [places, "with %j is %s"],
    },
    {
      claim:
        "A project's is `.model-forge/config.json`, looked for from the working directory up to the root of the repository; without a repository, in the working directory alone; never in your home directory or above it.",
      heldBy: [
        places,
        "is the nearest one up to the root of the repository",
        "is not looked for above that root",
        "is that of the working directory alone where there is no repository",
        "is never in the home directory, nor above it",
      ],
    },
    {
      claim:
        "`modelforge config path` prints where yours is, with `--project` where the project's is.",
      heldBy: [changing, "print where a file is, be it there or not"],
    },
    {
      claim: "They are JSON with comments,",
      heldBy: ["src/config/plain-json.test.ts", "reads what people write as the library does"],
    },
    {
      claim: "and editors complete them by the `$schema` that a new file begins with.",
      heldBy: [edits, "makes a file where there is none, with the address of its schema"],
    },
    {
      claim: "Flags go before variables, variables before the project's file, that before yours.",
      heldBy: [
        reading,
        "is the variable, else the project's file, else the user's, else the default",
      ],
    },
    {
      claim: "Of each value `modelforge config show --origin` says where it is from.",
      heldBy: [
        reading,
        "is the variable, else the project's file, else the user's, else the default",
      ],
    },
    {
      claim: "`--no-config` makes any command run as if there were no file.",
      heldBy: [reading, "is nothing but the default with --no-config"],
    },
    {
      claim: "A program that imports the library says all itself: the files are the command's.",
      heldBy: [
        "test/library/configuration.test.ts",
        "a client says all itself: the files of the configuration are the command's",
      ],
    },
    {
      claim:
        "With `--project` they change the project's file, with `--dry-run` they show every line that would change and write nothing.",
      heldBy: [
        changing,
        "write a project's file, and only what is for a project to say",
        "with --dry-run show every line and write nothing",
      ],
    },
    {
      claim:
        "All else in the file stays as it is written: comments, order, line ends, indentation.",
      heldBy: [edits, "leaves comments, order and commas as they are", "keeps %s"],
    },
    {
      claim: "A file that is a link is written through, and the link stays.",
      heldBy: [writes, "writes through a link, which stays"],
    },
    {
      claim:
        "What `config alias` keeps is the ref of a model, whatever name you gave; `config use` keeps an alias as it is.",
      heldBy: [changing, "keep the ref of a model, whatever it was called, and an alias as it is"],
    },
    {
      claim:
        "A model that the catalog lacks is taken with `--unlisted`, and a ref without it where the snapshot or a catalog older than 30 days answers, with a warning.",
      heldBy: [
        changing,
        "is taken with a warning where the snapshot answers, for the model may be newer",
        "take a model that the catalog lacks only where they are told to",
      ],
    },
    {
      claim: "An alias stands for its model wherever a command takes one: `modelforge info fast`.",
      heldBy: [reading, "names a model in %s"],
    },
    {
      claim: "A ref goes before an alias, an alias before an id.",
      heldBy: [reading, "goes behind a ref, and before an id"],
    },
    {
      claim: "`modelforge config get current --resolved` prints the ref alone, for scripts.",
      heldBy: [changing, "keep the ref of a model, whatever it was called, and an alias as it is"],
    },
    {
      claim: "In a shell that completes, Tab offers settings, features and your own names.",
      heldBy: [
        "test/configuration/completed.test.ts",
        "names of one's own, wherever a model can stand",
        "settings, and those that hold a name where they are there",
        "features",
      ],
    },
    {
      claim:
        "`modelforge config edit` opens a copy of the file in your editor, the one that `VISUAL` names, else `EDITOR`, else `vi`, and puts it in place only when it is a configuration.",
      heldBy: [
        editing,
        "puts in its place what the editor left, a change that can be taken back, and leaves nothing beside it",
        "takes VISUAL before EDITOR, with its words, and shows with --dry-run what would change",
      ],
    },
    {
      claim:
        "`modelforge config edit` opens a copy of the file in your editor, the one that `VISUAL` names, else `EDITOR`, else `vi`, and puts it in place only when it is a configuration.",
      heldBy: [
        "src/surfaces/cli/editor.test.ts",
        "is vi where nobody says another, on Windows the Notepad",
      ],
    },
    {
      claim:
        "On a terminal it asks whether to go on where it is none; what you wrote is kept in any case.",
      heldBy: [
        editing,
        "asks on a terminal whether to go on, until it is a configuration",
        "leaves the file as it was where what was written is none, and keeps that",
      ],
    },
    {
      claim: "A file that is broken can be mended so.",
      heldBy: [editing, "opens a file that is broken, in which it can be mended"],
    },
    {
      claim: "A configuration holds no keys: what looks like one is refused.",
      heldBy: [changing, "take no key: %s"],
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
      claim:
        "It names what a file says that does not count, what looks like a key, files that others may write, aliases that no command can use, and models that the catalog does not have, no longer has, or marks as deprecated: each with its file and line, and with what to do.",
      heldBy: [
        validating,
        "what is wrong, where, and what to do: %s in %j",
        "one's own file that others may write, with the command that mends it",
        "a model that an older catalog still had",
      ],
    },
    {
      claim: "It exits with 8 where it finds an error, with `--strict` for a warning, too.",
      heldBy: [validating, "what is wrong, where, and what to do: %s in %j"],
    },
    {
      claim:
        "`--fix` writes the ref of a model where it is found by a guess, and shows the difference before.",
      heldBy: [
        validating,
        "writes the ref of a model that is found by a guess, after the diff, and that is one change",
      ],
    },
    {
      claim: "`--format github` and `--format sarif` are for checks of a repository.",
      heldBy: [
        validating,
        "gives each finding its place for GitHub, a project's by its path there",
        "gives SARIF that names each rule and each place",
      ],
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
        "So a project's file may choose the model in use and name aliases; where the catalog comes from is not for it to say.",
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
