import type { Promised } from "../claim.ts";

/** What the commands that choose do, and those about the cache. */
export const choosing: readonly Promised[] = [
  {
    promise:
      "offers are who sells the same underlying model, cheapest first, each with a confidence and a reason",
    heldBy: [
      "test/choosing/offers.test.ts",
      "gives rows of api.json with their prices, limits and costs, cheapest first (%i)",
    ],
  },
  {
    promise:
      "offers are who sells the same underlying model, cheapest first, each with a confidence and a reason",
    heldBy: [
      "src/catalog/offers/find-offers.test.ts",
      "is as sure as can be of the asked row, and less of the others, and says why",
    ],
  },
  {
    promise: "compare marks the best of each line for two to eight models",
    heldBy: [
      "test/choosing/compare.test.ts",
      "gives the values of api.json and marks the best of each line (%i)",
    ],
  },
  {
    promise: "compare marks the best of each line for two to eight models",
    heldBy: ["test/journeys/choosing-errors.test.ts", "%s: exit %i, %s"],
  },
  {
    promise:
      "recommend keeps every constraint, counts what each removed, and gives each model with its reasons",
    heldBy: [
      "test/choosing/recommend.test.ts",
      "keeps every constraint, works out costs right and counts every row once (%i)",
    ],
  },
  {
    promise: "cost is exact, and an unknown part makes it a lower bound or unknown, never zero",
    heldBy: [
      "test/choosing/cost.test.ts",
      "agrees with the arithmetic of api.json, cheapest first (%i)",
    ],
  },
  {
    promise: "cost is exact, and an unknown part makes it a lower bound or unknown, never zero",
    heldBy: [
      "src/catalog/cost/estimate-cost.test.ts",
      "is a lower bound that names what is unknown",
      "is unknown, not zero, where no price is listed",
    ],
  },
  {
    promise: "Above a tier's threshold its prices hold for the whole request",
    heldBy: [
      "test/choosing/tiers.test.ts",
      "hold for the whole request from the first token above each threshold, in every row",
    ],
  },
  {
    promise: "A discovery prints what was chosen, and leaves the terminal as it was",
    heldBy: ["test/terminal/discover.test.ts", "prints the chosen ref"],
  },
  {
    promise: "A discovery prints what was chosen, and leaves the terminal as it was",
    heldBy: ["test/terminal/discover-leaving.test.ts", "the terminal is as it was"],
  },
  {
    promise: "refresh-cache always asks the source",
    heldBy: [
      "test/promises/refresh-cache.test.ts",
      "asks the source however young the catalog is, and --if-stale does not",
    ],
  },
  {
    promise: "cache verify, history, restore, prune, clear and path do what their names say",
    heldBy: ["test/promises/damage.test.ts", "looks at older generations too"],
  },
  {
    promise: "cache verify, history, restore, prune, clear and path do what their names say",
    heldBy: [
      "test/promises/refresh-cache.test.ts",
      "that was restored answers, stale as it may be, until refresh-cache is run",
    ],
  },
  {
    promise: "cache verify, history, restore, prune, clear and path do what their names say",
    heldBy: [
      "test/promises/clean-up.test.ts",
      "is never the last catalog of a source, and a limit too small for that is said",
      "removes the cache of this source, with --all that of every source",
    ],
  },
  {
    promise: "completion prints a script for four shells, and no completion uses the network",
    heldBy: [
      "test/cli/completion.test.ts",
      "prints the script for %s",
      "is empty where no catalog is on disk, and neither fetches nor prepares one",
    ],
  },
  {
    promise: "The packages that the catalog names are never installed",
    heldBy: ["test/network/offline.test.ts", "%s opens no socket and starts no program"],
  },
];
