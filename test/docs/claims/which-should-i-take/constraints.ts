import { examples, type PageClaims } from "../claim.ts";

export const whichShouldITakeConstraints: PageClaims = {
  page: "docs/guide/which-should-i-take.md",
  claims: [
    {
      claim:
        "`recommend` chooses among all models of the catalog: first the model, then who sells it to you.",
      heldBy: [
        "test/choosing/recommend.test.ts",
        "keeps every constraint, works out costs right and counts every row once (%i)",
      ],
    },
    {
      claim:
        "`recommend` chooses among all models of the catalog: first the model, then who sells it to you.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "has each underlying model once, and a maker of each that is known",
      ],
    },
    {
      claim:
        "It says what it ruled out, why each stands where it stands, and who cannot be beaten in both cost and quality.",
      heldBy: [
        "test/journeys/choosing.test.ts",
        "is recommended what has all three, each with its reasons",
      ],
    },
    {
      claim:
        "It says what it ruled out, why each stands where it stands, and who cannot be beaten in both cost and quality.",
      heldBy: [
        "src/catalog/recommend/front.test.ts",
        "has, cheapest first, whom nobody beats in both, equals all",
      ],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json);",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim: "Constraints come first, and each says how many rows failed it.",
      heldBy: [
        "src/catalog/recommend/constraints.test.ts",
        "counts what each constraint removed of what had passed all before it",
      ],
    },
    {
      claim: "They are the needs of the use case, whether a request fits, all filters of `list`,",
      heldBy: ["src/catalog/recommend/constraints.test.ts", "looks for what each use case needs"],
    },
    {
      claim: "They are the needs of the use case, whether a request fits, all filters of `list`,",
      heldBy: [
        "src/catalog/recommend/constraints.test.ts",
        "rules out and counts what a request does not fit, by the limit that it exceeds",
      ],
    },
    {
      claim: "They are the needs of the use case, whether a request fits, all filters of `list`,",
      heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
    },
    {
      claim:
        "and three of their own: `--max-monthly-cost` with `--requests`, `--maker` and `--not-maker`.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "keep to a monthly cost, the ceiling itself included",
      ],
    },
    {
      claim:
        "and three of their own: `--max-monthly-cost` with `--requests`, `--maker` and `--not-maker`.",
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
      claim: "| `image-generation` | is an image model |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "| `embedding` | is an embedding model |",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "All but the last two are for conversations, and all but `audio` take text.",
      heldBy: ["test/docs/lists.test.ts", "name what each use case needs"],
    },
    {
      claim: "What a model takes beside text is what its maker lists.",
      heldBy: [
        "src/catalog/recommend/constraints.test.ts",
        "believes the maker of what a model takes, and not a host that lists it carelessly",
      ],
    },
    {
      claim:
        "A request fits where input and output are within the context, the input within the input limit, and the output within the output limit.",
      heldBy: [
        "src/catalog/cost/fit.test.ts",
        "goes by context, input limit and output limit, each to the last token",
      ],
    },
    {
      claim:
        "A limit that is not listed rules out nothing: `fits` is `null` in JSON, and `--explain` says which.",
      heldBy: [
        "src/catalog/cost/fit.test.ts",
        "is not known where a limit that would tell is not, unless another is exceeded",
      ],
    },
    {
      claim:
        "What a use case brings along where you name no usage is taken at its word for the input alone.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "rules out and counts a usage that exceeds a limit, and a use case's own on the input side alone",
      ],
    },
    {
      claim:
        "models without a listed price (`--include-unpriced` keeps them); without one for audio, what a model costs is a lower bound;",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "has a price for all that is used, unless it may stay without",
        "may lack a price of audio: what it costs is a lower bound then",
      ],
    },
    {
      claim: "offers at no charge (`--free` looks among them);",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "never costs nothing, unless what is free is asked for, which no plan is",
      ],
    },
    {
      claim:
        "offers that say little of their model: under the prefix of a wrapper or discounter, closed weights under half of what their maker asks, a fiftieth of what others ask, a status that is not normal, a provider that charges nothing for anything because it sells a plan or runs on your machine (`--provider` and `--configured` find them where they leave nothing else of a model);",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "is none that is discounted, wrapped or in a plan, although a credential is at hand",
        "is a marked one where --provider or --configured leaves no other of the model",
        "is offered normally, unless another status is asked for",
      ],
    },
    {
      claim:
        "routers, aliases that move, previews of what is out, and models of no known maker, which come behind ten others, or where `--provider` or `--maker` asks for them.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "has them from the eleventh place on, and not at all where fewer stand before",
        "has routers, aliases and names of no known maker behind all others where they are asked for",
      ],
    },
  ],
  plain: [
    {
      says: "what it says of the real one stands in [recommendations for every use case](recommendations.md).",
      because: "pointer",
    },
    { says: "Four things are left out unless you ask for them:", because: "pointer" },
  ],
};
