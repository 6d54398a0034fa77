import type { PageClaims } from "../claim.ts";

const places = "src/config/places.test.ts";
const edits = "src/config/edit.test.ts";
const writes = "src/config/write.test.ts";
const reading = "test/configuration/reading.test.ts";
const editing = "test/configuration/edited.test.ts";
const aliases = "test/configuration/aliases.test.ts";
const changing = "test/configuration/changing.test.ts";

export const configurationFilesAndChanges: PageClaims = {
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
      claim:
        "An alias may say more than its model: what to take where that cannot answer, what each of these has to be able to do, and what is sent with each call.",
      heldBy: [
        aliases,
        "says what goes with a name: fallbacks by their refs, needs, parameters by their types",
      ],
    },
    {
      claim: "`--fallback` and `--need` say the whole list, `--parameter` one value of several.",
      heldBy: [aliases, "says the whole of a list, and of the parameters one"],
    },
    {
      claim: "With `--remove` the alias goes, or of it what other flags name.",
      heldBy: [
        aliases,
        "changes a part of one that is there, says what a model lacks, and takes a part away",
      ],
    },
    {
      claim:
        "Where a model lacks what the alias needs, or takes less than is sent, that is said at once.",
      heldBy: [
        aliases,
        "changes a part of one that is there, says what a model lacks, and takes a part away",
      ],
    },
    {
      claim:
        "`small` and `large` are reserved: other programs are set up with two models, and these are the names for them.",
      heldBy: [aliases, "sets small and large, which mean nothing else before that"],
    },
    {
      claim: "Before you set them they mean no model.",
      heldBy: [aliases, "sets small and large, which mean nothing else before that"],
    },
    {
      claim:
        "In a shell that completes, Tab offers settings, features, your own names, and the numbers of changes.",
      heldBy: [
        "test/configuration/completed.test.ts",
        "names of one's own, wherever a model can stand",
        "settings, and those that hold a name where they are there",
        "features",
        "the numbers of changes, each with its command",
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
  ],
  plain: [],
};
