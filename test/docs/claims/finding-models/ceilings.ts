import type { PageClaims } from "../claim.ts";

export const findingModelsCeilings: PageClaims = {
  page: "docs/guide/finding-models.md",
  claims: [
    {
      claim: "`--max-cost` is a ceiling on what a usage costs.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "charges the long-context price where the usage exceeds the threshold",
      ],
    },
    {
      claim:
        "`--input` and `--output` are the tokens of one request, `--cached` is the part of the input that is read from the provider's cache (tokens or a share), and `--requests` is how many requests the cost is of.",
      heldBy: [
        "src/surfaces/cli/options.test.ts",
        "are tokens of one request",
        "take the cached part in tokens or as a share",
        "read --requests %s",
      ],
    },
    {
      claim:
        "With a time, like `1000/day`, the ceiling is on what they cost in a month of 30 days; a number alone is of all requests together.",
      heldBy: [
        "test/journeys/ceilings.test.ts",
        "is of a month however the time is named: %s",
        "is of all of them where a number stands alone: %s",
      ],
    },
    {
      claim: "`list`, `search`, `offers` and `recommend` say so, and show the sum.",
      heldBy: ["test/journeys/ceilings.test.ts", "shows what it is compared with: %s"],
    },
  ],
  plain: [],
};
