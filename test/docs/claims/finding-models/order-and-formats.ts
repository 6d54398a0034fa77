import { examples, type PageClaims } from "../claim.ts";

export const findingModelsOrderAndFormats: PageClaims = {
  page: "docs/guide/finding-models.md",
  claims: [
    {
      claim: "`--sort` takes `ref`, `makers` (the default of `list`),",
      heldBy: [
        "test/promises/help.test.ts",
        "begins with the newest of what makers sell where nothing is said",
      ],
    },
    {
      claim:
        "By `makers`, rows of those who made what they sell come before all others, in both halves the newest first.",
      heldBy: [
        "src/catalog/query/sort.test.ts",
        "by makers begins with the newest of those who made what they sell",
      ],
    },
    {
      claim:
        "By `makers`, rows of those who made what they sell come before all others, in both halves the newest first.",
      heldBy: [examples, "modelforge list --family claude-sonnet"],
    },
    {
      claim:
        "Who made a model is told by what others call it: `openai/gpt-5` at a reseller says that `gpt-5` is made by `openai`.",
      heldBy: ["src/catalog/inferred/maker.test.ts", "takes from resellers who made a model"],
    },
    {
      claim:
        "`--sort` takes `ref`, `makers` (the default of `list`), `name`, `price`, `output-price`, `context`, `output`, `released`, `knowledge`, `quality` and, with a usage, `cost`; `search` also `relevance`, its default.",
      heldBy: [
        "test/docs/lists.test.ts",
        "name every capability, modality, sort key and field there is",
      ],
    },
    {
      claim:
        "Where `--input` and `--output` describe a usage, each model of `list` and `search` comes with what that costs.",
      heldBy: ["test/journeys/list-costs.test.ts", "is a column, and stands in every format"],
    },
    {
      claim: "`--desc` turns the order around.",
      heldBy: [
        "src/catalog/query/sort.test.ts",
        "by %s puts unknown values last in both directions, and breaks ties by ref",
      ],
    },
    {
      claim:
        "Unknown values come last either way, and ties are broken by ref, so the order is the same everywhere.",
      heldBy: [
        "src/catalog/query/sort.test.ts",
        "by %s puts unknown values last in both directions, and breaks ties by ref",
      ],
    },
    {
      claim: "| `table` | the default: fits a terminal, full width in a pipe |",
      heldBy: [
        "test/promises/help.test.ts",
        "gives JSON with --json as with --format json, and a table by default",
      ],
    },
    {
      claim: "| `table` | the default: fits a terminal, full width in a pipe |",
      heldBy: ["test/terminal/terminal.test.ts", "fits a table to the width and colours it"],
    },
    {
      claim: "| `table` | the default: fits a terminal, full width in a pipe |",
      heldBy: ["test/cli/streams.test.ts", "uses no colour, no escape sequence and no truncation"],
    },
    {
      claim: "| `json` | one document with the catalog it came from; the same as `--json` |",
      heldBy: [
        "test/promises/help.test.ts",
        "gives JSON with --json as with --format json, and a table by default",
      ],
    },
    {
      claim: "| `json` | one document with the catalog it came from; the same as `--json` |",
      heldBy: [
        "test/cli/streams.test.ts",
        "prints one JSON document that the published schema describes",
      ],
    },
    {
      claim: "| `jsonl` | one JSON object a line |",
      heldBy: [
        "test/cli/formats.test.ts",
        "gives one JSON object a line as jsonl, equal to those of json",
      ],
    },
    {
      claim:
        "| `csv`, `tsv` | a header and one row each; in CSV, cells that a spreadsheet would run as a formula begin with `'` |",
      heldBy: ["test/cli/formats.test.ts", "gives flat fields with a header as csv and tsv"],
    },
    {
      claim:
        "| `csv`, `tsv` | a header and one row each; in CSV, cells that a spreadsheet would run as a formula begin with `'` |",
      heldBy: ["src/surfaces/cli/render/csv.test.ts", "keeps a spreadsheet from running %j"],
    },
    {
      claim: "| `yaml`, `md` | YAML, and a Markdown table |",
      heldBy: [
        "test/cli/formats.test.ts",
        "gives the same rows as yaml",
        "gives a table that pastes into a pull request as md",
      ],
    },
    {
      claim:
        "JSON, JSON Lines and YAML give them exactly, with control, bidirectional and zero-width characters escaped;",
      heldBy: [
        "test/faults/control-characters/control-characters.test.ts",
        "comes back exactly from JSON, JSON Lines and YAML",
      ],
    },
    {
      claim: "the other formats leave these out, on a terminal and in a pipe alike.",
      heldBy: ["test/faults/control-characters/control-characters.test.ts", "is not written %s"],
    },
    {
      claim: 'Half a character (`"\\ud800"`), which no other program reads, is U+FFFD everywhere.',
      heldBy: [
        "test/cli/half-characters.test.ts",
        "are U+FFFD in every format, which other programs read",
      ],
    },
    {
      claim: "`--fields` picks fields in the order you name them.",
      heldBy: [
        "src/operations/projection.test.ts",
        "keeps the named fields, in the order named, nested as they were",
      ],
    },
    {
      claim: "A group like `price` or `limits` stands for all below it.",
      heldBy: ["src/operations/projection.test.ts", "takes fields and groups of fields"],
    },
    {
      claim: "A group like `price` or `limits` stands for all below it.",
      heldBy: [
        examples,
        "modelforge list --provider deepseek --format csv --fields ref,price.input,limits",
      ],
    },
    {
      claim:
        "The fields are `ref`, `provider`, `id`, `name`, `family`, `status`, `capabilities`, `modalities.input`, `modalities.output`, `limits.context`, `limits.input`, `limits.output`, `price.input`, `price.output`, `price.cacheRead`, `price.cacheWrite`, `price.reasoning`, `price.inputAudio`, `price.outputAudio`, `price.tiers`, `openWeights`, `releaseDate`, `lastUpdated`, `knowledge`, `kind`, `quality.value`, `quality.spread`, `quality.label` and `quality.results`.",
      heldBy: [
        "test/docs/lists.test.ts",
        "name every capability, modality, sort key and field there is",
      ],
    },
    {
      claim:
        "`quality` is of the model, whoever sells it, and `null` for what holds no conversation; [recommendations](recommendations.md) say what it is made of.",
      heldBy: [
        "test/journeys/quality.test.ts",
        "is the same figure of each of its rows, in a list, its page, a comparison and a choice",
        "is of what holds conversations alone",
      ],
    },
    {
      claim: "By `quality`, a figure counts for less by half its spread.",
      heldBy: [
        "test/journeys/quality.test.ts",
        "is an order, in which a figure counts for less by half its spread, and stands in the table then",
      ],
    },
    {
      claim: "In JSON, what is unknown is `null`;",
      heldBy: [
        "src/catalog/parse/model.test.ts",
        "is unknown in everything where it says nothing, named by its id",
      ],
    },
    {
      claim: "in CSV it is empty.",
      heldBy: [
        "src/surfaces/cli/render/csv.test.ts",
        "leaves cells empty that are unknown or missing",
      ],
    },
    {
      claim:
        "`--jq` prints what a [jq](https://jqlang.org/manual/) filter gives of the document that `--json` prints, a value a line, text without quotes.",
      heldBy: ["test/cli/redirected.test.ts", "prints what %s gives of the document of --json"],
    },
    {
      claim: "jq comes with ModelForge and sees neither files nor the environment.",
      heldBy: [
        "test/cli/redirected.test.ts",
        "shows the filter nothing of the environment, and goes with no other format",
        "prints nothing where %j fails, and says in jq's words why",
      ],
    },
    {
      claim:
        "`-o FILE` (`--output-file`) writes a result to a file instead, whole or not at all, and leaves a file that is there alone unless `--force` is given.",
      heldBy: [
        "test/cli/redirected.test.ts",
        "leaves what is there alone unless told to replace it",
        "is made by no command that fails, and says where nothing can be written",
      ],
    },
    {
      claim: "`-o -` and `-o /dev/stdout` are standard output.",
      heldBy: [
        "test/cli/redirected.test.ts",
        "writes through a link, which stays one, and into what takes it as it comes",
        "takes %s for standard output, also where that is a file",
      ],
    },
    {
      claim: "A pipe that nobody reads yet is waited for, as by other programs; Ctrl-C ends that.",
      heldBy: [
        "test/cli/redirected.test.ts",
        "waits for a reader of a pipe, says so, and is ended by Ctrl-C",
      ],
    },
    {
      claim: "Every command has both.",
      heldBy: ["test/cli/redirected.test.ts", "are flags of every command"],
    },
    {
      claim:
        "`info` and `providers info` open the provider's page with `--web`, and print its address.",
      heldBy: ["test/cli/web-page.test.ts", "opens the provider's page and prints its address: %j"],
    },
    {
      claim:
        "An address that is not of http or https, or that holds a user name, is shown and not opened.",
      heldBy: [
        "test/cli/web-page.test.ts",
        "opens nothing but a page of the web, and says what is named instead: %j",
      ],
    },
    {
      claim:
        "`auth` says how one gets in: `api-key`, `device-flow`, `cloud-credentials` or `none`.",
      heldBy: [
        "src/catalog/parse/provider.test.ts",
        "knows the providers one gets into in another way",
        "needs no credential on this machine: %s",
      ],
    },
    {
      claim: "ModelForge never installs it.",
      heldBy: ["test/network/offline.test.ts", "%s opens no socket and starts no program"],
    },
    {
      claim: "All flags stand in the [reference](../reference/commands.md).",
      heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
    },
  ],
  plain: [
    { says: "Names come from other people.", because: "fact" },
    { says: "The package that a provider names is data from the catalog.", because: "fact" },
  ],
};
