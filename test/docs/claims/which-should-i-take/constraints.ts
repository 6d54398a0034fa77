import { examples, type PageClaims } from "../claim.ts";

export const whichShouldITakeConstraints: PageClaims = {
  page: "docs/guide/which-should-i-take.md",
  claims: [
    {
      claim: "`recommend` chooses among all models of the catalog.",
      heldBy: [
        "test/choosing/recommend.test.ts",
        "keeps every constraint, works out costs right and accounts for every row (%i)",
      ],
    },
    {
      claim:
        "It says what it ruled out, why a model has its score, and who cannot be beaten in both cost and quality.",
      heldBy: [
        "test/journeys/choosing.test.ts",
        "is recommended what has all three, each with its reasons",
      ],
    },
    {
      claim:
        "It says what it ruled out, why a model has its score, and who cannot be beaten in both cost and quality.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "has in the front, cheapest first, whom nobody beats in both cost and quality",
      ],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json);",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim: "Constraints come first, and each says how many rows it removed.",
      heldBy: [
        "src/catalog/recommend/constraints.test.ts",
        "counts what each constraint removed of what had passed all before it",
      ],
    },
    {
      claim: "They are the needs of the use case,",
      heldBy: ["src/catalog/recommend/constraints.test.ts", "looks for what each use case needs"],
    },
    {
      claim: "all filters of `list`,",
      heldBy: [
        "src/catalog/recommend/constraints.test.ts",
        "narrows by filters, each under the flag that did it",
      ],
    },
    {
      claim: "all filters of `list`,",
      heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
    },
    {
      claim: "and three of their own: `--max-monthly-cost` with `--requests`,",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "keeps to a monthly cost, the ceiling itself included",
      ],
    },
    {
      claim: "`--maker` and `--not-maker`.",
      heldBy: ["src/catalog/recommend/constraints.test.ts", "goes by who made a model"],
    },
    {
      claim: "| `coding` | tools, context of 64k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `agents` | tools, context of 128k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `chat`, none | context of 8k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `reasoning` | reasoning, context of 32k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `extraction` | structured output, context of 16k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `summarization` | context of 64k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `long-context` | context of 400k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `vision` | takes images, context of 8k |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `audio` | takes audio |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `image-generation` | gives images |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `embedding` | is an embedding model |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim:
        "All but the last two are for conversations and give text, and all but `audio` take text.",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "Two things are left out unless you ask for them.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "leaves out what is free of charge unless it is asked for",
        "leaves out what has no price for a part that is used, unless it may stay",
      ],
    },
    {
      claim: "Models without a listed price (`--include-unpriced` keeps them).",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "leaves out what has no price for a part that is used, unless it may stay",
      ],
    },
    {
      claim: "And offers at no charge:",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "leaves out what is free of charge unless it is asked for",
      ],
    },
    {
      claim: "`--free`, `--configured` and `--provider` look among them.",
      heldBy: ["test/promises/choosing.test.ts", "are recommended with %j"],
    },
    {
      claim:
        "The same underlying model appears once, with its cheapest offer that meets all constraints.",
      heldBy: [
        "test/choosing/recommend.test.ts",
        "names each underlying model once, at the cheapest of its offers",
      ],
    },
  ],
  plain: [],
};
