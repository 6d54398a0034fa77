import { examples, type PageClaims } from "./claim.ts";

export const gettingStarted: PageClaims = {
  page: "docs/guide/getting-started.md",
  claims: [
    {
      claim: "You need Node 20.18.1 or newer and npm, nothing else.",
      heldBy: ["test/package/set-up.test.ts", "needs the Node that the pages name"],
    },
    {
      claim:
        "This installs from the lock file, builds, and prints the newest models of well-known makers.",
      heldBy: [
        "test/package/set-up.test.ts",
        "is set up by one command: from the lock file, built, with makers' newest in the end",
      ],
    },
    {
      claim: "In the checkout you then run the command as `npx modelforge` or `node dist/bin.js`.",
      heldBy: [
        "test/package/set-up.test.ts",
        "has the command as npx modelforge and as node dist/bin.js",
      ],
    },
    {
      claim: "With `npm link` it is `modelforge` everywhere,",
      heldBy: ["test/package/set-up.test.ts", "has the command as plain modelforge after npm link"],
    },
    {
      claim:
        "The outputs on these pages come from a small [example catalog](../../test/fixtures/docs-catalog.json), because real prices and rows change daily.",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim: "To see the same rows, point `MODELFORGE_URL` at that file:",
      heldBy: [
        "test/promises/library.test.ts",
        "is that of the environment where no option says otherwise",
      ],
    },
    {
      claim:
        "| price | list price in US dollars per 1,000,000 tokens; `–` means not listed, `free` means 0 |",
      heldBy: ["src/surfaces/cli/render/numbers.test.ts", "shows %j as %s"],
    },
    {
      claim: "| credential | a secret for one provider, found in an environment variable |",
      heldBy: [
        "test/promises/secrets.test.ts",
        "is found in the variables that the catalog names for a provider",
      ],
    },
    {
      claim: "Which models are there?",
      heldBy: [examples, "modelforge list --sort released --desc --limit 3"],
    },
    {
      claim: "The newest three:",
      heldBy: [examples, "modelforge list --sort released --desc --limit 3"],
    },
    {
      claim:
        "Without `--sort`, rows of those who made what they sell come first, the newest before the others.",
      heldBy: [
        "src/catalog/query/sort.test.ts",
        "by makers begins with the newest of those who made what they sell",
      ],
    },
    {
      claim:
        "Without `--sort`, rows of those who made what they sell come first, the newest before the others.",
      heldBy: [
        "test/promises/help.test.ts",
        "begins with the newest of what makers sell where nothing is said",
      ],
    },
    {
      claim: "Long lists are shown page by page on a terminal.",
      heldBy: [
        "test/terminal/terminal.test.ts",
        "shows a long list through the pager, and prints it where there is none",
      ],
    },
    {
      claim:
        "Notes like the first two lines go to stderr. stdout holds the result alone, so `modelforge list > models.txt` writes nothing but the table.",
      heldBy: [
        "test/cli/streams.test.ts",
        "keeps notes off stdout, and quiet keeps them off stderr",
        "writes the same to a file as to a pipe",
      ],
    },
    { claim: "What is this model?", heldBy: [examples, "modelforge info google/gemini-2.5-pro"] },
    {
      claim: "Who can I call?",
      heldBy: [examples, "modelforge providers --sort models --limit 4"],
    },
    {
      claim: "Which of them hold a credential of mine?",
      heldBy: [examples, "OPENAI_API_KEY=example modelforge providers --configured"],
    },
    {
      claim: "ModelForge looks for the variables that the catalog names for a provider.",
      heldBy: [
        "test/promises/secrets.test.ts",
        "is found in the variables that the catalog names for a provider",
      ],
    },
    {
      claim: "It never prints their values.",
      heldBy: ["test/promises/secrets.test.ts", "is never printed: %s %s"],
    },
    {
      claim: "The first command fetches the catalog; from then on answers come from disk.",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "the network answers before an older snapshot, and is fetched once",
      ],
    },
    {
      claim: "`--verbose` says so:",
      heldBy: ["test/promises/help.test.ts", "says where the answer comes from"],
    },
    {
      claim: "With `--offline` the network is never used.",
      heldBy: ["test/network/offline.test.ts", "%s opens no socket and starts no program"],
    },
    {
      claim:
        "Tab completes commands, flags, known words such as capabilities and formats, and the providers, models and families of the catalog on disk.",
      heldBy: ["test/terminal/completion.test.ts", "Tab completes"],
    },
    {
      claim:
        "Tab completes commands, flags, known words such as capabilities and formats, and the providers, models and families of the catalog on disk.",
      heldBy: [
        "src/surfaces/cli/completion/describe.test.ts",
        "are words for every format, sort key, capability, modality and status",
        "are names from the catalog wherever a provider or a model is asked for",
      ],
    },
    {
      claim:
        "Tab completes commands, flags, known words such as capabilities and formats, and the providers, models and families of the catalog on disk.",
      heldBy: ["src/surfaces/cli/completion/candidates.test.ts", "are providers and families"],
    },
    {
      claim: "Pick your shell:",
      heldBy: [
        "test/cli/completion.test.ts",
        "prints the script for %s",
        "shows in its help how each script is installed",
      ],
    },
    {
      claim: "A new shell then has it.",
      heldBy: ["test/terminal/completion.test.ts", "Tab completes"],
    },
    {
      claim: "Models are completed step by step, like paths: `op`, Tab, `openai/`, Tab.",
      heldBy: [
        "src/surfaces/cli/completion/candidates.test.ts",
        "are providers as a first step to a model, and bare ids once something is typed",
        "are refs, in steps from slash to slash",
      ],
    },
    {
      claim:
        "Completion never uses the network: before the first command has fetched a catalog, only commands, flags and known words are offered.",
      heldBy: [
        "test/cli/completion.test.ts",
        "is empty where no catalog is on disk, and neither fetches nor prepares one",
      ],
    },
    {
      claim:
        "Where the package is installed with `npm install --global`, `man modelforge` has everything on one page.",
      heldBy: [
        "test/docs/man-page.test.ts",
        "is where the package says",
        "names every command and every flag",
        "names every variable and every exit code",
      ],
    },
    {
      claim: "In the checkout it is `man dist/modelforge.1`.",
      heldBy: [
        "test/docs/man-page.test.ts",
        "is where the package says",
        "is formatted without a warning${reason}",
      ],
    },
    {
      claim:
        "`--json` prints one JSON document, described by the [JSON Schema](../reference/json-schema.md).",
      heldBy: [
        "test/cli/streams.test.ts",
        "prints one JSON document that the published schema describes",
      ],
    },
    {
      claim: "The [exit code](../reference/errors.md) says what kind of failure it was.",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
    {
      claim: "Nothing found is no failure.",
      heldBy: ["test/cli/streams.test.ts", "answers nothing found with an empty list and exit 0"],
    },
    {
      claim: "With `--json` a failure leaves stdout empty and ends stderr with one line of JSON.",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
    {
      claim:
        "Where the output is no terminal there are no colours, no progress, no pager and no questions.",
      heldBy: ["test/cli/streams.test.ts", "uses no colour, no escape sequence and no truncation"],
    },
    {
      claim:
        "Where the output is no terminal there are no colours, no progress, no pager and no questions.",
      heldBy: [
        "test/promises/terminal.test.ts",
        "there is no pager and no question",
        "there is no progress, however long the source takes",
      ],
    },
  ],
  plain: [
    { says: "This page takes you from a checkout to your first answers.", because: "pointer" },
    { says: "and the pages of this guide write it so.", because: "fact" },
    { says: "| catalog | all providers and their models at one moment |", because: "definition" },
    {
      says: "| provider | a service one can call, for example `openai` or `openrouter` |",
      because: "definition",
    },
    {
      says: "| model | one row of the catalog: a model as one provider sells it |",
      because: "definition",
    },
    {
      says: "| ref | the address of a model: `provider/id`, for example `openai/gpt-5` |",
      because: "definition",
    },
    {
      says: "| capability | what a model can do: `tools`, `reasoning`, `vision` and so on |",
      because: "definition",
    },
    {
      says: "| modality | `text`, `image`, `audio`, `video` or `pdf`, taken in or given out |",
      because: "definition",
    },
    { says: "| generation | one verified catalog kept on disk |", because: "definition" },
    { says: "| snapshot | the generation that ships inside the package |", because: "definition" },
    {
      says: "| origin | where an answer's catalog came from: `network`, `cache`, `snapshot` or `file` |",
      because: "definition",
    },
    { says: "More in [the cache and offline use](cache-and-offline.md).", because: "pointer" },
    { says: "Next: [finding models](finding-models.md).", because: "pointer" },
  ],
};
