import type { Claim, PageClaims } from "../claim.ts";

export const whatWillItCostOffersAndComparison: PageClaims = {
  page: "docs/guide/what-will-it-cost.md",
  claims: [
    {
      claim:
        "The catalog does not say which rows are the same underlying model; ModelForge infers it from ids, names, dates and limits.",
      heldBy: ["src/catalog/inferred/identity/real-catalog.test.ts", "knows %s as %s"],
    },
    {
      claim: "Every offer says how sure that is, and `--json` says why.",
      heldBy: [
        "src/catalog/offers/find-offers.test.ts",
        "is as sure as can be of the asked row, and less of the others, and says why",
      ],
    },
    {
      claim: "`key` says whether a credential is at hand,",
      heldBy: ["test/choosing/offers.test.ts", "knows for which of them a credential is at hand"],
    },
    {
      claim:
        "`variant` names another serving of the same weights (a region, a quantisation, a free one, or the terms that the id begins with: `tee`, `stealth`, `coding`, `pro-tier`),",
      heldBy: [
        "src/catalog/inferred/identity/servings-rule.test.ts",
        "are the same model, with their variant named",
      ],
    },
    {
      claim:
        "`variant` names another serving of the same weights (a region, a quantisation, a free one, or the terms that the id begins with: `tee`, `stealth`, `coding`, `pro-tier`),",
      heldBy: ["src/catalog/inferred/identity/real-catalog.test.ts", "knows %s as %s"],
    },
    {
      claim:
        "`variant` names another serving of the same weights (a region, a quantisation, a free one, or the terms that the id begins with: `tee`, `stealth`, `coding`, `pro-tier`),",
      heldBy: ["src/catalog/inferred/identity/wrapped.test.ts", "%s is the model, served so"],
    },
    {
      claim: "`differs by` compares with the maker's own row.",
      heldBy: [
        "src/catalog/offers/find-offers.test.ts",
        "names the maker's own row and what others do differently",
      ],
    },
    ...[
      "Some offers come last whatever they cost, and `mark` says why: an id under the prefix of a wrapper or discounter, closed weights under half of what their maker asks, a price that is fifty times below what others ask, a trial that is free where others ask a price.",
      "So do those whose status is not normal and those that do not take the usage, and at the end what is sold in a plan or runs on your own machine: there `$0` is no price.",
      "`--json` has the reasons as `marks`.",
    ].map(
      (claim): Claim => ({
        claim,
        heldBy: [
          "test/journeys/marked-offers.test.ts",
          "come last whatever they cost, and say why",
        ],
      }),
    ),
    {
      claim: "All filters of `list` narrow the offers.",
      heldBy: ["test/choosing/offers.test.ts", "gives only what a filter lets through"],
    },
    {
      claim: "All filters of `list` narrow the offers.",
      heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
    },
    {
      claim: "The best of each line has a star.",
      heldBy: [
        "src/surfaces/cli/render/comparison.test.ts",
        "marks the best with a star and shows the unknown as such",
      ],
    },
    {
      claim: "`--chart` draws bars,",
      heldBy: [
        "src/surfaces/cli/render/comparison.test.ts",
        "draws lines of numbers that two or more have a value in",
      ],
    },
    {
      claim: "`--chart` draws bars,",
      heldBy: [
        "src/surfaces/cli/render/bars.test.ts",
        "draws bars as long as their values, the longest 40 wide where nobody counts",
      ],
    },
    {
      claim: "`--format md` makes a table for a pull request,",
      heldBy: ["test/cli/formats.test.ts", "gives a table that pastes into a pull request as md"],
    },
    {
      claim: "and up to eight models fit;",
      heldBy: ["test/journeys/choosing-errors.test.ts", "%s: exit %i, %s"],
    },
    {
      claim:
        "`csv`, `tsv` and `jsonl` have a row for each line, with the values of JSON below the refs.",
      heldBy: [
        "test/cli/formats.test.ts",
        "gives a row for each line of a comparison, with the values of JSON below the refs",
      ],
    },
    {
      claim: "Lines that only one model has are left out of the text;",
      heldBy: [
        "test/choosing/compare-text.test.ts",
        "leaves out lines that one model alone has and says how many",
      ],
    },
    {
      claim: "`--all` shows them.",
      heldBy: ["test/choosing/compare-text.test.ts", "has every line with --all, and as JSON"],
    },
    {
      claim: "on a narrow terminal they wrap into blocks.",
      heldBy: [
        "src/surfaces/cli/render/comparison.test.ts",
        "goes on in blocks below where a terminal is too narrow for all",
      ],
    },
    {
      claim:
        "Amounts are added up in whole units of 10⁻¹⁵ dollars and rounded once, so nothing drifts.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "adds up what floats cannot",
        "stays exact beyond the whole numbers a float holds",
      ],
    },
  ],
  plain: [
    { says: "A usage is what one request takes and gives, in tokens.", because: "definition" },
    { says: "Some providers charge more for long prompts.", because: "fact" },
    {
      says: "What the figures leave out: discounts, minimum fees, taxes, prices per image or per second, and how many tokens a provider counts for the same text.",
      because: "fact",
    },
    { says: "Check a price with its provider before you rely on it.", because: "advice" },
  ],
};
