import type { PageClaims } from "../claim.ts";

const overrides = "test/configuration/overrides.test.ts";
const comparing = "src/catalog/compare/compare-models.test.ts";
const joining = "src/modelsdev/own/join-body.test.ts";

export const configurationOwnModels: PageClaims = {
  page: "docs/guide/configuration.md",
  claims: [
    {
      claim:
        'A model of which you say nothing, as in `"llama": {}`, is one all the same, and what it can do is unknown in `compare`, not missing.',
      heldBy: [overrides, "costs itself alone, and is said with its place and what it takes"],
    },
    {
      claim:
        'A model of which you say nothing, as in `"llama": {}`, is one all the same, and what it can do is unknown in `compare`, not missing.',
      heldBy: [comparing, "does not know what a model of one's own can do, where nothing says it"],
    },
    {
      claim:
        "A value that cannot be one, as a price below 0, costs itself alone: it is named with its file, its line and what it takes.",
      heldBy: [overrides, "costs itself alone, and is said with its place and what it takes"],
    },
    {
      claim:
        "What the catalog has wrong of a row you correct by its ref: its name, its status, its prices and limits, and what it can do.",
      heldBy: [
        joining,
        "says of a row of the catalog what an override says, its status and what it can do, too",
      ],
    },
    {
      claim: "Filters, costs and all other answers go by it, and the row says so in `configured`.",
      heldBy: [overrides, "counts everywhere alike, and is said"],
    },
    {
      claim: "An override adds no row where the catalog lacks it.",
      heldBy: [
        overrides,
        "adds no row that the catalog lacks, and is none where the catalog is off",
      ],
    },
    {
      claim: "Where what stands below the provider says the same value otherwise, that counts.",
      heldBy: [
        "src/config/own-rows.test.ts",
        "is one row for a model and an override of it, of which the model's word counts",
      ],
    },
    {
      claim: "A project may say it too, and what it says is named as the project's word.",
      heldBy: [overrides, "is a project's word where its file says so, and counts there alone"],
    },
  ],
  plain: [],
};
