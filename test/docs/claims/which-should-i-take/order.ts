import { examples, type PageClaims } from "../claim.ts";

export const whichShouldITakeOrder: PageClaims = {
  page: "docs/guide/which-should-i-take.md",
  claims: [
    {
      claim:
        "Every model that holds conversations has a figure of quality and a spread: how far off the figure may be.",
      heldBy: [
        "src/catalog/view.test.ts",
        "knows of every row what its model's figure rests on, and of none that has no figure",
      ],
    },
    {
      claim:
        "It is *published* where results of models.json moved it, else *expected* from generation, size and kind;",
      heldBy: [
        "src/catalog/recommend/usual-rankings.test.ts",
        "adds up to the figure, to the last digit that is shown",
      ],
    },
    {
      claim: "Models go in bands.",
      heldBy: [
        "src/catalog/recommend/bands.test.ts",
        "stand by cost where they are about equal to the best that is left, by figure elsewhere",
      ],
    },
    {
      claim: "The best that is left, by its figure less half its spread, opens a band.",
      heldBy: [
        "src/catalog/recommend/bands.test.ts",
        "go by the middle less half a spread: of two figures the surer opens the band",
      ],
    },
    {
      claim:
        "Those that differ from it by less than the larger of their two spreads are about equal to it, and the cheaper stand first.",
      heldBy: [
        "src/catalog/recommend/bands.test.ts",
        "are about equal within the larger of two spreads",
      ],
    },
    {
      claim: "Then the next band is opened.",
      heldBy: [
        "src/catalog/recommend/bands.test.ts",
        "are measured against the one that opened the band, not against their neighbours",
      ],
    },
    {
      claim: "So a low price never lifts a clearly weaker model over a stronger one.",
      heldBy: [
        "src/catalog/recommend/bands.test.ts",
        "never lift a weaker model over one that is stronger by more than a spread, by any cost",
      ],
    },
    {
      claim:
        "What decides within a band is what the maker asks for your usage, else the median of well-known hosts, else that of all.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "goes by the maker's cost, else by the median of well-known hosts, whatever filters leave",
      ],
    },
    {
      claim: "**Which models come, in which order, never depends on your keys.**",
      heldBy: [
        "test/choosing/recommend.test.ts",
        "recommends the same models in the same order whatever credentials are at hand",
      ],
    },
    {
      claim: "`--weight` moves the width of a band: cost ÷ quality, in spreads.",
      heldBy: [
        "src/catalog/recommend/weights.test.ts",
        "makes one spread of the middle, one band of cost alone and none of quality alone",
      ],
    },
    {
      claim: "Both are 0.5 unless you say so; `cost=1` makes one band, and `quality=1` none.",
      heldBy: [
        "src/catalog/recommend/bands.test.ts",
        "are one band where cost alone counts, and a band each where quality alone does",
      ],
    },
    {
      claim:
        "For `extraction` and `summarization` cost weighs 0.6, since they run in bulk and most models can do them.",
      heldBy: [
        "test/docs/lists.test.ts",
        "name the use cases in which cost weighs more than half, and how much",
      ],
    },
    {
      claim:
        "Embedding models go by date, those of nine months being about as new, then by dimensions and context; what takes less than 2,000 tokens stands behind all.",
      heldBy: [
        "src/catalog/recommend/by-facts.test.ts",
        "are by date, dimensions and context for embedding, with what holds less than a page behind all",
      ],
    },
    {
      claim: "Image models go by date in the same way, then those first that their maker sells.",
      heldBy: [
        "src/catalog/recommend/by-facts.test.ts",
        "are by date and maker for pictures, and no conversation is among them",
      ],
    },
    {
      claim:
        "The offer that is shown is the cheapest you hold a credential for, else the maker's own, else the cheapest of a well-known host, which is said to be a reseller's.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "is the maker's own, else the cheapest well-known host's, which is said to be a reseller's",
        "is the cheapest of those a credential is at hand for",
      ],
    },
    {
      claim: "`--cheapest` shows the cheapest unmarked offer; without it, it stands beside.",
      heldBy: [
        "src/catalog/recommend/recommend-models.test.ts",
        "is the cheapest unmarked one on request; it is known beside the one shown, too",
      ],
    },
    {
      claim:
        "What `offers` marks, a discount or a plan, may cost less, and is not called the cheapest.",
      heldBy: [
        "src/catalog/recommend/others.test.ts",
        "is called the cheapest of those without a mark, since what is marked may cost less",
      ],
    },
    {
      claim: "The same catalog and the same arguments give the same models;",
      heldBy: [
        "src/catalog/recommend/recommend-properties.test.ts",
        "depend neither on the order of the rows nor on having been asked before",
      ],
    },
    {
      claim: "the catalog's digest is printed with them.",
      heldBy: [examples, "modelforge recommend coding"],
    },
    {
      claim: "Most published results are of coding benchmarks.",
      heldBy: [
        "test/large-catalog/recommendations.test.ts",
        "is right of its benchmarks: most results are of coding, most models have none",
      ],
    },
    {
      claim: "Most models have no published result at all.",
      heldBy: [
        "test/large-catalog/recommendations.test.ts",
        "is right of its benchmarks: most results are of coding, most models have none",
      ],
    },
  ],
  plain: [
    { says: "The unit is the spread of all such models, and 0 is their mean.", because: "fact" },
    {
      says: "[the decision](../decisions/2026-11-27-quality.md) says how, and how often it is right.",
      because: "pointer",
    },
    { says: "Embedding and image models have no figure.", because: "fact" },
    { says: "Two models in one band are a guess.", because: "opinion" },
    { says: "Public measurements cannot settle such differences either.", because: "fact" },
    { says: "For other uses the figure is the same.", because: "fact" },
    { says: "Their figure is what is expected of them.", because: "fact" },
    { says: "A result belongs to the name it was published under.", because: "fact" },
    { says: "Where a provider moves an alias on, it may be an older model's.", because: "fact" },
    {
      says: "Speed, availability, rate limits, data protection and how a provider runs a model are not in the catalog.",
      because: "fact",
    },
    {
      says: "Take the first three to `compare`, and try them on your own task.",
      because: "advice",
    },
  ],
};
