import { examples, type PageClaims } from "../claim.ts";

export const findingModelsNamesAndSearch: PageClaims = {
  page: "docs/guide/finding-models.md",
  claims: [
    {
      claim: "`list` shows the models that meet your conditions,",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "`search` finds them by name,",
      heldBy: ["src/catalog/search/search.test.ts", "finds what %j means among the first five"],
    },
    { claim: "`info` shows one.", heldBy: [examples, "modelforge info gpt-5 | head -n 1"] },
    {
      claim: "`list` and `search` take the same filters.",
      heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json).",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim:
        "The id is everything after the first slash and may hold slashes itself: `openrouter/openai/gpt-5` is the model `openai/gpt-5` at the provider `openrouter`.",
      heldBy: [examples, "modelforge info openrouter/openai/gpt-5 | head -n 1"],
    },
    {
      claim: "A full ref always means that row.",
      heldBy: [
        "src/catalog/search/resolve-model.test.ts",
        "takes a full ref before the bare id of the same letters",
      ],
    },
    {
      claim: "A bare id is enough where one provider sells it, or where its maker does:",
      heldBy: [
        "src/catalog/search/resolve-model.test.ts",
        "takes the only seller of an id, whatever its case",
        "takes the maker's own row of several sellers",
      ],
    },
    {
      claim:
        "Where several providers sell an id and none of them made it, ModelForge names them and exits with 3:",
      heldBy: [
        "src/catalog/search/resolve-model.test.ts",
        "names the candidates where none of several sellers is the maker",
      ],
    },
    {
      claim:
        "Another spelling of a model is taken for it: with a date behind it, with a dot for a hyphen, or with what a router or a cloud puts around it.",
      heldBy: [
        "src/catalog/search/other-spelling.test.ts",
        "is taken for it: %s",
        "takes the maker's row for an id that only resellers use, the one that is written most like it",
      ],
    },
    {
      claim: "A note says what was taken, and JSON has what was typed as `asked`:",
      heldBy: [
        "test/choosing/other-spellings.test.ts",
        "has what was typed as asked beside the ref of every answer",
        "has it in info, whose schema has a name of its own, with a warning that has a code",
      ],
    },
    {
      claim:
        "An id that only resellers use means the maker's row of the same model, where there is one.",
      heldBy: [
        "src/catalog/search/other-spelling.test.ts",
        "takes the maker's row for an id that only resellers use, the one that is written most like it",
      ],
    },
    {
      claim: "`offers` and `compare` take any name of a model and never ask who sells it.",
      heldBy: [
        "src/catalog/search/other-spelling.test.ts",
        "stands as its seller in the middle by price has it where no seller was asked for",
      ],
    },
    {
      claim:
        "What is not sure is suggested, and a seller you name is never changed for another, unless it does not matter who sells.",
      heldBy: [
        "src/catalog/search/other-spelling.test.ts",
        "is not guessed where it may be another model, which is suggested",
        "does not change a seller that was named for another, but suggests the maker's row first",
        "stands as its seller in the middle by price has it where no seller was asked for",
      ],
    },
    {
      claim: "You can also give provider and id as flags.",
      heldBy: [examples, "modelforge info --provider Groq --model openai/gpt-oss-120b"],
    },
    {
      claim: "Provider names forgive case, and `_` for `-`:",
      heldBy: [
        "src/catalog/view.test.ts",
        "takes its id or its display name, case and underscores forgiven",
      ],
    },
    {
      claim: "`search` forgives typos, glued and split words, and any order.",
      heldBy: [
        "src/catalog/search/search.test.ts",
        "finds a model by a query with %s",
        "finds the same rows in whatever order the words come",
      ],
    },
    {
      claim: "Words may be parts of a provider, an id or a name.",
      heldBy: ["src/catalog/search/search.test.ts", "finds a model by a query with %s"],
    },
    {
      claim:
        "The best match comes first: the exact ref, then the exact id, then the closest names.",
      heldBy: [
        "src/catalog/search/search.test.ts",
        "puts the exact ref first, then rows of that exact id, the maker's first, then the newest",
      ],
    },
    {
      claim:
        "The maker's own row weighs more than a reseller's, and among equals newer models go first.",
      heldBy: [
        "src/catalog/search/search.test.ts",
        "puts the maker's own row first, and the newer of two that are alike",
      ],
    },
    {
      claim: "`search` shows 20 rows unless `--limit` says otherwise.",
      heldBy: ["test/promises/help.test.ts", "shows 20 rows unless --limit says otherwise"],
    },
    {
      claim: "Where a filter hides every match, it says which and why:",
      heldBy: [examples, 'modelforge search "sonnet 3.5"'],
    },
  ],
  plain: [{ says: "A model's address is its ref, `provider/id`.", because: "definition" }],
};
