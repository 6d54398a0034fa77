import { examples, type PageClaims } from "../claim.ts";

export const whichShouldITakeScore: PageClaims = {
  page: "docs/guide/which-should-i-take.md",
  claims: [
    {
      claim: "Then a score from 0 to 1 is made of six factors:",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "scores between 0 and 1, the sum of weights times values",
      ],
    },
    {
      claim: "Then a score from 0 to 1 is made of six factors:",
      heldBy: [
        "test/docs/lists.test.ts",
        "name the factors of a score, and which weighs most for which use case",
      ],
    },
    {
      claim:
        "| cost | the usage's cost, by rank among the models no other beats in everything, between two of them on the log scale | one model at $600 flattens nothing |",
      heldBy: [
        "src/catalog/recommend/cost-scale.test.ts",
        "is 1 for the cheapest, 0 for the dearest, by rank between them",
        "is halfway by the logarithm between two ranks",
        "does not let one that is far off push the others together",
      ],
    },
    {
      claim:
        "| cost | the usage's cost, by rank among the models no other beats in everything, between two of them on the log scale | one model at $600 flattens nothing |",
      heldBy: [
        "src/catalog/recommend/recommend-properties.test.ts",
        "do not change where a dominated model is added, neither in order nor in score",
      ],
    },
    {
      claim: "| quality | published benchmarks of models.json, put on one scale | see below |",
      heldBy: [
        "src/catalog/inferred/ability.test.ts",
        "does not take a hard benchmark for a weak model",
        "goes from 0 to 1 and follows the scores of one benchmark",
      ],
    },
    {
      claim: "| recency | the release date; nine months halve it |",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "halves recency every nine months back from the newest",
      ],
    },
    {
      claim:
        "| limits | context, and to a fourth output, on the log scale up to a million tokens |",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "goes by the context, and to a fourth by the output, on the log scale",
        "takes a million tokens of context and 64k of output for plenty",
      ],
    },
    {
      claim: "| fit | which capabilities that help the use case it has | |",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "counts how many of the wanted capabilities a model has",
      ],
    },
    {
      claim: "| status | offered normally, beta or alpha | |",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "puts what is offered normally before beta, and beta before alpha",
      ],
    },
    {
      claim: "What is not known counts as the middle: neither good nor bad,",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "counts an unknown cost as the middle, and ranks it below a known one of the same score",
      ],
    },
    {
      claim: "and `--explain` says so.",
      heldBy: [examples, "modelforge recommend coding --limit 1 --explain"],
    },
    {
      claim:
        "Weights differ by use case: quality weighs most for `coding` (0.45), `agents` (0.4) and `reasoning` (0.5), where a wrong answer costs more than tokens; cost weighs most for `extraction` (0.45), `summarization` (0.4) and `embedding` (0.5), which run in bulk; limits weigh most for `long-context` (0.3).",
      heldBy: [
        "test/docs/lists.test.ts",
        "name the factors of a score, and which weighs most for which use case",
      ],
    },
    {
      claim: "Your own weight stays as given, and the other factors share what is left:",
      heldBy: [
        "src/catalog/recommend/factors.test.ts",
        "keeps what is given and shares the rest in its own proportions",
      ],
    },
    {
      claim: "The same catalog and the same arguments give the same answer;",
      heldBy: [
        "src/catalog/recommend/recommend-properties.test.ts",
        "depend neither on the order of the rows nor on having been asked before",
      ],
    },
    {
      claim: "the catalog's digest is printed with it.",
      heldBy: [examples, "modelforge recommend coding"],
    },
    {
      claim:
        "Each counts by how easy its benchmark is for the others that were run on it; models that share benchmarks tie them together.",
      heldBy: [
        "src/catalog/inferred/ability.test.ts",
        "does not take a hard benchmark for a weak model",
      ],
    },
    {
      claim: "A single result is believed less than several that agree.",
      heldBy: [
        "src/catalog/inferred/ability.test.ts",
        "believes a single result less than several that agree",
      ],
    },
    {
      claim:
        "The same benchmark run in another program, or counted another way, is another benchmark.",
      heldBy: [
        "src/catalog/inferred/ability.test.ts",
        "takes another program around the model for another benchmark",
        "takes another way of counting for another benchmark",
      ],
    },
    {
      claim: "Most published results are of coding benchmarks.",
      heldBy: [
        "test/large-catalog/recommendations.test.ts",
        "is right of its benchmarks: most results are of coding, most models have none",
      ],
    },
    {
      claim: "and weigh less.",
      heldBy: ["test/docs/lists.test.ts", "tell for which use cases benchmarks weigh less"],
    },
    {
      claim: "Most models have no published result at all.",
      heldBy: [
        "test/large-catalog/recommendations.test.ts",
        "is right of its benchmarks: most results are of coding, most models have none",
      ],
    },
    {
      claim: "They stand in the middle: a good one is underrated, a bad one overrated.",
      heldBy: [
        "src/catalog/recommend/score.test.ts",
        "scores between 0 and 1, the sum of weights times values",
      ],
    },
    {
      claim: "`offers` shows all of them.",
      heldBy: [
        "src/catalog/offers/find-offers.test.ts",
        "gives everyone who sells the model and nobody who sells another",
      ],
    },
  ],
  plain: [
    {
      says: "what it says of the real one stands in [recommendations for every use case](recommendations.md).",
      because: "pointer",
    },
    {
      says: "most belong to a subscription, a local server or a trial, and the catalog does not know its limits.",
      because: "fact",
    },
    { says: "newer models know more, and benchmarks are late", because: "opinion" },
    { says: "more is better, but not in proportion", because: "opinion" },
    { says: "Scores of different benchmarks do not compare.", because: "fact" },
    {
      says: "For use cases other than `coding`, `agents` and `reasoning` they say little,",
      because: "opinion",
    },
    { says: "A result belongs to the name it was published under.", because: "fact" },
    { says: "Where a provider moves an alias on, it may be an older model's.", because: "fact" },
    {
      says: "Speed, availability, rate limits, data protection and how a provider runs a model are not in the catalog.",
      because: "fact",
    },
    {
      says: "An offer far below the maker's own price may be a reseller you do not want.",
      because: "opinion",
    },
    {
      says: "Take the first three to `compare`, and try them on your own task.",
      because: "advice",
    },
  ],
};
