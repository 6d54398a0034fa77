import { type Claim, examples, type PageClaims } from "../claim.ts";

export const findingModelsFilters: PageClaims = {
  page: "docs/guide/finding-models.md",
  claims: [
    {
      claim: "What the catalog says in a way that is not understood is unknown.",
      heldBy: [
        "src/catalog/parse/model.test.ts",
        "names every value that is unknown because it was not understood, each once",
      ],
    },
    {
      claim:
        "So is what a catalog says by another name than models.dev, `tools` for `tool_call`, or a row that has none but fields that nobody knows.",
      heldBy: [
        "src/catalog/parse/foreign-fields.test.ts",
        "%s called %s is not understood, rather than not said",
        "is all that a row says where it says nothing but what nobody knows",
      ],
    },
    {
      claim:
        "An answer that shows it, filters or sorts by it says so in one line with a count, and `--without` leaves such models out.",
      heldBy: ["test/journeys/not-understood.test.ts", "from a warm cache: %j"],
    },
    {
      claim:
        "An answer that shows it, filters or sorts by it says so in one line with a count, and `--without` leaves such models out.",
      heldBy: [
        "src/catalog/query/rows-in-doubt.test.ts",
        "are not without what nobody knows whether they have",
      ],
    },
    {
      claim: "All filters join with AND.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "A filter may be given several times, or with commas.",
      heldBy: [
        "src/surfaces/cli/options.test.ts",
        "take several values, repeated or with commas between them",
      ],
    },
    {
      claim:
        "Several values join with OR for providers, families, kinds and statuses, and with AND for capabilities and modalities.",
      heldBy: [
        "test/journeys/filters.test.ts",
        'gives the rows an independent look at api.json gives: ${args.join(" ")}',
      ],
    },
    {
      claim:
        "Several values join with OR for providers, families, kinds and statuses, and with AND for capabilities and modalities.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim:
        "A provider or family that the catalog does not know is an error, so a typo cannot pass for an empty list:",
      heldBy: [
        "src/catalog/query/resolve.test.ts",
        "fails for a provider there is not, naming the nearest of all",
        "names the nearest for %j",
      ],
    },
    {
      claim:
        "`vision`, `audio`, `video` and `pdf` say what a model takes; what it gives is its `--output-modality`.",
      heldBy: [
        "src/catalog/parse/model.test.ts",
        "can take what it is said to take, whatever it gives",
      ],
    },
    {
      claim:
        "The capabilities are `reasoning`, `tools`, `structured-output`, `attachments`, `temperature`, `vision`, `audio`, `video`, `pdf` and `open-weights`.",
      heldBy: [
        "test/docs/lists.test.ts",
        "name every capability, modality, sort key and field there is",
      ],
    },
    {
      claim:
        "Other tools' words are understood too, among them `tool_call`, `function_calling`, `structured_output`, `multimodal` and `image`.",
      heldBy: ["src/catalog/words/capability.test.ts", "understands %j as %s"],
    },
    {
      claim: "The modalities are `text`, `image`, `audio`, `video` and `pdf`.",
      heldBy: [
        "test/docs/lists.test.ts",
        "name every capability, modality, sort key and field there is",
      ],
    },
    {
      claim:
        "`--kind` goes by what a model is for: `chat`, `embedding`, `rerank`, `moderation`, `image`, `video`, `speech`, `transcription` or `other`.",
      heldBy: [
        "test/docs/lists.test.ts",
        "name every capability, modality, sort key and field there is",
      ],
    },
    {
      claim: "The source does not say it; names, media, limits and prices tell.",
      heldBy: [
        "src/catalog/inferred/kind/labelled-rows.test.ts",
        "are of the kind a person says they are, but for the one that is known to be wrong",
      ],
    },
    {
      claim:
        "Models whose context, input or output limit a request exceeds are left out and counted, as with `--sort cost`.",
      heldBy: [
        "test/journeys/fit.test.ts",
        "rules out models where cost orders or bounds them, and counts them: %s",
      ],
    },
    {
      claim: "What a catalog says to be in another currency or of another unit is unknown.",
      heldBy: [
        "test/journeys/other-currencies.test.ts",
        "are unknown, and said to be: %s",
        "stand behind those in USD, and below no ceiling",
      ],
    },
    {
      claim: "Prices are US dollars per 1,000,000 tokens.",
      heldBy: ["src/catalog/cost/estimate-cost.test.ts", "is tokens times the price of a million"],
    },
    {
      claim:
        "A ceiling leaves out models whose price is not listed and says how many; `--include-unpriced` keeps them.",
      heldBy: [
        examples,
        "modelforge list --family gpt --max-price 1.25",
        "modelforge list --family gpt --max-price 1.25 --include-unpriced",
      ],
    },
    {
      claim:
        "A ceiling leaves out models whose price is not listed and says how many; `--include-unpriced` keeps them.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "`--free` wants everything that is listed at 0.",
      heldBy: [
        "test/journeys/filters.test.ts",
        'gives the rows an independent look at api.json gives: ${args.join(" ")}',
      ],
    },
    {
      claim:
        "Long-context tiers are applied: above a tier's threshold its prices hold for the whole request.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "charges the long-context price where the usage exceeds the threshold",
      ],
    },
    {
      claim: "Sizes are tokens and may be written `200k` or `1m`.",
      heldBy: ["src/catalog/words/sizes.test.ts", "reads %j as %i"],
    },
    {
      claim: "Unknown sizes do not pass.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "Dates are days or months, and the day itself counts.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim: "Dates are days or months, and the day itself counts.",
      heldBy: [examples, "modelforge list --knowledge-after 2025-03-31"],
    },
    {
      claim: "A month counts as its first day.",
      heldBy: ["src/catalog/words/dates.test.ts", "sorts a month as its first day"],
    },
    {
      claim: "Without `--status`, deprecated models are hidden and counted on stderr.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "leaves out deprecated models unless a status is asked for",
      ],
    },
    {
      claim: "Without `--status`, deprecated models are hidden and counted on stderr.",
      heldBy: [examples, "modelforge list --sort context --desc --limit 3"],
    },
    {
      claim: "`stable` means that the catalog names no status; `all` shows everything.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "gives what a plain filter over the models gives, with the same counts of what is hidden",
      ],
    },
    {
      claim:
        "`--configured` keeps the providers that could be called now: their variables are there and not blank.",
      heldBy: ["src/credentials/from-environment.test.ts", "with %s"],
    },
    {
      claim:
        "`--configured` keeps the providers that could be called now: their variables are there and not blank.",
      heldBy: [examples, "GROQ_API_KEY=example modelforge list --configured --limit 2"],
    },
    {
      claim: "Those are listed by `modelforge providers info <provider>`.",
      heldBy: [
        "test/promises/secrets.test.ts",
        "is found in the variables that the catalog names for a provider",
      ],
    },
    {
      claim:
        "`GITHUB_TOKEN` and its like are set for other reasons too and make nobody yours; a note says whom that leaves out, and what to set where nobody is left.",
      heldBy: [
        "src/operations/configured.test.ts",
        "is nobody whose variable is set for other reasons, which is said",
      ],
    },
    {
      claim:
        "`GITHUB_TOKEN` and its like are set for other reasons too and make nobody yours; a note says whom that leaves out, and what to set where nobody is left.",
      heldBy: [
        "src/operations/configured.test.ts",
        "is nobody without a credential, and what to set is said",
      ],
    },
    ...[
      "`--free` wants everything that is listed at 0.",
      "What is sold in a plan is not free: the rows at 0 of a provider that lists no other price, or that calls itself a plan.",
      "A local server is.",
    ].map(
      (claim): Claim => ({
        claim,
        heldBy: [
          "src/catalog/query/filter.test.ts",
          "leaves out under a price ceiling what is sold in a plan, unless its provider is asked for, and from what is free",
        ],
      }),
    ),
    {
      claim:
        "An order by price or cost has both behind all others, and under a price ceiling plans are left out unless `--provider` or `--configured` says that they are yours.",
      heldBy: [
        "src/catalog/query/plans.test.ts",
        "are behind all others in an order by price or by cost, from either end",
      ],
    },
    {
      claim:
        "An order by price or cost has both behind all others, and under a price ceiling plans are left out unless `--provider` or `--configured` says that they are yours.",
      heldBy: [
        "src/catalog/query/filter.test.ts",
        "leaves out under a price ceiling what is sold in a plan, unless its provider is asked for, and from what is free",
      ],
    },
  ],
  plain: [],
};
