import type { PageClaims } from "./claim.ts";

export const recommendations: PageClaims = {
  page: "docs/guide/recommendations.md",
  claims: [
    {
      claim:
        "What `modelforge recommend <use-case> --explain` says of the models.dev catalog of 2026-07-02 (147 providers, 5,276 models).",
      heldBy: [
        "test/large-catalog/recommendations.test.ts",
        "is what recommend says for every use case",
      ],
    },
  ],
  plain: [
    { says: "Prices and models change; run it yourself for today's.", because: "advice" },
    {
      says: "How models are ordered, and what cannot be known, stands in [which should I take](which-should-i-take.md).",
      because: "pointer",
    },
  ],
};
