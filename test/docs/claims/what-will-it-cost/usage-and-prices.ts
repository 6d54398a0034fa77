import { examples, type PageClaims } from "../claim.ts";

export const whatWillItCostUsageAndPrices: PageClaims = {
  page: "docs/guide/what-will-it-cost.md",
  claims: [
    {
      claim: "`cost` works out what a usage costs at list prices,",
      heldBy: [
        "test/choosing/cost.test.ts",
        "agrees with the arithmetic of api.json, cheapest first (%i)",
      ],
    },
    {
      claim: "`offers` shows who sells the same model for how much,",
      heldBy: [
        "test/choosing/offers.test.ts",
        "gives rows of api.json with their prices, limits and costs, cheapest first (%i)",
      ],
    },
    {
      claim: "`compare` sets models side by side.",
      heldBy: [
        "test/choosing/compare.test.ts",
        "gives the values of api.json and marks the best of each line (%i)",
      ],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json).",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim: "`--requests` says how many requests there are:",
      heldBy: [
        examples,
        "modelforge cost gpt-5 gpt-5-mini claude-sonnet-4-5 --input 40k --output 2k --requests 1000/day",
      ],
    },
    {
      claim: "| `--input` | tokens in, everything the model reads but audio |",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "charges audio and tokens written to the cache beside input and output",
      ],
    },
    {
      claim:
        "| `--cached` | the part of the input read from the provider's cache, in tokens or as a share like `80%` |",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "charges cached input once, at the cache price",
      ],
    },
    {
      claim:
        "| `--cached` | the part of the input read from the provider's cache, in tokens or as a share like `80%` |",
      heldBy: ["src/surfaces/cli/options.test.ts", "take the cached part in tokens or as a share"],
    },
    {
      claim: "| `--cache-write` | tokens written to the cache, beside the input |",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "charges audio and tokens written to the cache beside input and output",
      ],
    },
    {
      claim: "| `--output` | tokens out |",
      heldBy: ["src/catalog/cost/estimate-cost.test.ts", "is tokens times the price of a million"],
    },
    {
      claim: "| `--reasoning` | the part of the output spent on reasoning |",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "charges reasoning as a part of the output, at its own price where there is one",
      ],
    },
    {
      claim: "| `--input-audio`, `--output-audio` | audio tokens, beside the others |",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "charges audio and tokens written to the cache beside input and output",
      ],
    },
    {
      claim:
        "| `--requests` | `1000/day`, `5/hour`, `0.5/week`, `20k/month`; a number alone is per day, of all requests under `--max-cost`, and a `night` is a day. A month has 30 days |",
      heldBy: ["src/surfaces/cli/options.test.ts", "count requests in the time named: %s"],
    },
    {
      claim:
        "| `--requests` | `1000/day`, `5/hour`, `0.5/week`, `20k/month`; a number alone is per day, of all requests under `--max-cost`, and a `night` is a day. A month has 30 days |",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "multiplies by the requests of a day or of a month of 30 days",
      ],
    },
    {
      claim:
        "| `--requests` | `1000/day`, `5/hour`, `0.5/week`, `20k/month`; a number alone is per day, of all requests under `--max-cost`, and a `night` is a day. A month has 30 days |",
      heldBy: [
        "test/choosing/cost.test.ts",
        "agrees with the arithmetic of api.json, cheapest first (%i)",
      ],
    },
    {
      claim: "Cached tokens are charged once, at the cache price:",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "charges cached input once, at the cache price",
      ],
    },
    {
      claim: "Cached tokens are charged once, at the cache price:",
      heldBy: [examples, "modelforge cost gpt-5 --input 40k --cached 80% --output 2k"],
    },
    {
      claim: "Instead of `--input` you can name a text.",
      heldBy: ["src/surfaces/cli/prompt-file.test.ts", "estimates for %j, and says so"],
    },
    {
      claim:
        "For OpenAI's models it is counted exactly where the package `gpt-tokenizer` is installed,",
      heldBy: [
        "src/surfaces/cli/prompt-file.test.ts",
        "counts exactly for OpenAI's models of one encoding",
      ],
    },
    {
      claim: "The text is UTF-8, or UTF-16 with its mark.",
      heldBy: ["src/surfaces/cli/prompt-file.test.ts", "counts the same in %s"],
    },
    {
      claim: "Anything else is refused, with the place of the first byte that is wrong.",
      heldBy: ["src/surfaces/cli/prompt-file.test.ts", "refuses %s by name, with the place"],
    },
    {
      claim: "else the number is an estimate and called one:",
      heldBy: ["src/surfaces/cli/prompt-file.test.ts", "estimates for %j, and says so"],
    },
    {
      claim: "else the number is an estimate and called one:",
      heldBy: [
        "test/package/consumer.test.ts",
        "estimates the tokens of a text without gpt-tokenizer, and says so",
      ],
    },
    {
      claim:
        "Above the threshold the higher prices hold for the **whole request**, not only for the tokens above it, so one token more can double the bill:",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "takes the tier's prices for the whole request one token above it",
      ],
    },
    {
      claim:
        "Above the threshold the higher prices hold for the **whole request**, not only for the tokens above it, so one token more can double the bill:",
      heldBy: [
        "test/choosing/tiers.test.ts",
        "hold for the whole request from the first token above each threshold, in every row",
      ],
    },
    {
      claim:
        "The threshold counts everything the model reads: cached tokens, tokens written to the cache and audio too.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "counts cached tokens, tokens written to the cache and audio towards the threshold",
      ],
    },
    {
      claim: "What a tier does not list costs at least as much as below its threshold.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "is at least the base price of what the tier does not list, and says so",
      ],
    },
    {
      claim:
        "A cost is not complete either where something of the price is not understood: that is named, and the cost may be another, more or less, which `?` before it says.",
      heldBy: ["src/catalog/cost/estimate-cost.test.ts", "is never complete with %s like %j"],
    },
    {
      claim:
        "A cost is not complete either where something of the price is not understood: that is named, and the cost may be another, more or less, which `?` before it says.",
      heldBy: [
        "src/surfaces/cli/render/money.test.ts",
        "claims no bound where something of the price is not understood",
      ],
    },
    {
      claim: "Perplexity charges each request as well, which no price of tokens says.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "is never complete for %s, which charges for each request as well",
      ],
    },
    {
      claim: "A price that is not listed is unknown, not zero.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "is unknown, not zero, where no price is listed",
      ],
    },
    {
      claim: "The sum is then a lower bound, marked with `≥`, and what is missing is named.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "is a lower bound that names what is unknown",
      ],
    },
    {
      claim: "The sum is then a lower bound, marked with `≥`, and what is missing is named.",
      heldBy: [
        "src/surfaces/cli/render/money.test.ts",
        "marks a lower bound, and says unknown where nothing is known",
      ],
    },
    {
      claim: "Where no price is listed at all, there is no sum:",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "is unknown, not zero, where no price is listed",
      ],
    },
    {
      claim: "Where no price is listed at all, there is no sum:",
      heldBy: [
        examples,
        "modelforge cost gpt-5 github-copilot/gpt-5 --input 40k --output 2k --cache-write 10k",
      ],
    },
    {
      claim: "In JSON, `complete` is `false` and `unknown` names the parts.",
      heldBy: [
        "src/catalog/cost/estimate-cost.test.ts",
        "is a lower bound that names what is unknown",
      ],
    },
  ],
  plain: [],
};
