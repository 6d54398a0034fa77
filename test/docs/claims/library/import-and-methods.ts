import { programs, type PageClaims } from "../claim.ts";

export const libraryImportAndMethods: PageClaims = {
  page: "docs/guide/library.md",
  claims: [
    {
      claim: "The package is a library too, with types.",
      heldBy: [
        "test/package/consumer.test.ts",
        "has types TypeScript agrees with, for import and for require",
      ],
    },
    {
      claim: "It answers from the same cache as the command",
      heldBy: ["src/modelsdev/settings.test.ts", "has a default for everything"],
    },
    {
      claim: "It answers from the same cache as the command",
      heldBy: [
        "test/promises/library.test.ts",
        "is that of the environment where no option says otherwise",
      ],
    },
    {
      claim: "and has no run-time dependencies but an optional one, which only keys need.",
      heldBy: [
        "test/package/consumer.test.ts",
        "brings no run-time dependency along but what speaks with the keychain, which it does without",
      ],
    },
    {
      claim: "Importing it and creating a client does no I/O; the first question does.",
      heldBy: ["test/package/consumer.test.ts", "does no I/O when it is imported or created"],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json), and a test runs the examples.",
      heldBy: [programs, "run as shown at line $line of $page"],
    },
    { claim: "From CommonJS:", heldBy: ["test/package/consumer.test.ts", "works through require"] },
    {
      claim: "Prices are US dollars per 1,000,000 tokens,",
      heldBy: ["src/catalog/cost/estimate-cost.test.ts", "is tokens times the price of a million"],
    },
    {
      claim: "dates are `YYYY-MM-DD` or `YYYY-MM`.",
      heldBy: [
        "src/catalog/words/dates.test.ts",
        "takes %s as it is written",
        "knows no date in %j",
      ],
    },
    {
      claim: "`null` always means unknown; a price of 0 means free.",
      heldBy: ["src/catalog/parse/price.test.ts", "keeps zero apart from unknown"],
    },
    {
      claim: "`null` always means unknown; a price of 0 means free.",
      heldBy: [
        "src/catalog/parse/model.test.ts",
        "is unknown in everything where it says nothing, named by its id",
      ],
    },
    {
      claim: "Deprecated models are left out unless `status` names them.",
      heldBy: [
        "test/promises/library.test.ts",
        "leave out deprecated models unless a status names them",
      ],
    },
    {
      claim: "| `getProviders()` | all providers, by id |",
      heldBy: [
        "test/promises/library.test.ts",
        "are all providers by id, and the models that meet all conditions",
      ],
    },
    {
      claim: "| `getModels(filter?)` | the models that meet all conditions |",
      heldBy: [
        "test/promises/library.test.ts",
        "are all providers by id, and the models that meet all conditions",
      ],
    },
    {
      claim: "| `searchModels(query, filter?)` | models by name, best first |",
      heldBy: [
        "test/promises/library.test.ts",
        "are models by name, best first, and everything about one by ref or bare id",
      ],
    },
    {
      claim:
        "| `getModelDetails(model, provider?)` | everything about one, named by ref or bare id |",
      heldBy: [
        "test/promises/library.test.ts",
        "are models by name, best first, and everything about one by ref or bare id",
      ],
    },
    {
      claim:
        "| `getProviderConfig(provider)` | variables, API, package, documentation, and whether a credential is at hand |",
      heldBy: [
        "test/promises/library.test.ts",
        "are how a provider is reached, and whether a credential is at hand",
      ],
    },
    {
      claim:
        "| `findOffers(model, options?)` | everyone who sells the same underlying model, cheapest first; what does not stand for it comes last |",
      heldBy: [
        "test/promises/library.test.ts",
        "are offers and costs, cheapest first, and a comparison with the best of each line",
      ],
    },
    {
      claim:
        "| `findOffers(model, options?)` | everyone who sells the same underlying model, cheapest first; what does not stand for it comes last |",
      heldBy: [
        "src/catalog/offers/find-offers.test.ts",
        "gives everyone who sells the model and nobody who sells another",
      ],
    },
    {
      claim:
        "| `compareModels(models, options?)` | two to eight models side by side, the best of each line marked |",
      heldBy: [
        "test/promises/library.test.ts",
        "are offers and costs, cheapest first, and a comparison with the best of each line",
      ],
    },
    {
      claim:
        "| `estimateCost(models, usage, requests?)` | what a usage costs with each, cheapest first |",
      heldBy: [
        "test/promises/library.test.ts",
        "are offers and costs, cheapest first, and a comparison with the best of each line",
      ],
    },
    {
      claim:
        "| `recommendModels(input?)` | models for a use case under constraints, each with its reasons |",
      heldBy: [
        "test/promises/library.test.ts",
        "are recommendations under constraints, each with its reasons",
      ],
    },
    {
      claim:
        "| `ask(operation, input)` | any question by its name, with the catalog it is from and the warnings |",
      heldBy: [
        "test/library/ask.test.ts",
        "gives what its method gives, with the catalog it is from and what there is to know",
      ],
    },
    {
      claim: "Every question takes an `AbortSignal` as its last argument.",
      heldBy: [
        "test/library/signals.test.ts",
        "every method that gives a promise is among the questions",
        "ends with cancelled where it was given up before",
        "%s ends at once",
      ],
    },
    {
      claim: "Where it is aborted, the question ends with `cancelled`:",
      heldBy: ["test/library/ask.test.ts", "ends at once, and the one beside it is answered"],
    },
    {
      claim:
        "`ask` takes the name of a question: `list-models`, `search-models`, `model-info`, `compare-models`, `find-offers`, `recommend-models`, `estimate-cost`, `list-providers`, `provider-info`, `refresh-catalog`, and `cache-status`, `cache-verify`, `cache-history`, `cache-restore`, `cache-prune`, `cache-clear`, `config-show`, `config-get`, `config-path`, `config-set`, `config-unset`, `config-add`, `config-add-auto`, `config-remove`, `config-use`, `config-alias`, `config-validate`, `config-migrate`, `config-history`, `config-diff`, `config-rollback`, `features-list`, `features-enable`, `features-disable`, `auth-login`, `auth-logout`, `auth-list`, `auth-status` and `auth-trust`.",
      heldBy: ["test/docs/lists.test.ts", "name every question"],
    },
    {
      claim:
        "`onWarning` is told what there is to know besides each answer: rows left out, a catalog that is old, damage that was met.",
      heldBy: [
        "test/library/ask.test.ts",
        "is told to whoever asked for it, before the answer is given",
      ],
    },
    {
      claim:
        "`instanceof ModelForgeError` holds for an error of any copy of ModelForge in the program, whether it was imported or required.",
      heldBy: ["test/library/copies.test.ts", "is an error of ours to the other copy"],
    },
    {
      claim: "| `getCatalog()` | which catalog answers: origin, digest, age in seconds, counts |",
      heldBy: [
        "test/promises/library.test.ts",
        "come with the catalog they are from: origin, digest, age, counts",
      ],
    },
    {
      claim: "| `refresh(options?)` | asks the source for a newer catalog and waits for it |",
      heldBy: [
        "test/promises/library.test.ts",
        "is refreshed on request, waited for, and with ifStale only where it is stale",
      ],
    },
    {
      claim: "| `clearCache()` | removes the cache of this source |",
      heldBy: [
        "test/promises/library.test.ts",
        "is removed by clearCache, that of another source is not",
      ],
    },
    {
      claim: "| `open()` | the catalog itself, for look-ups without waiting |",
      heldBy: [
        "test/promises/library.test.ts",
        "stays as it was opened while newer ones arrive, and is looked up without waiting",
      ],
    },
    {
      claim: "| `close()` | closes the files; the next question opens them again |",
      heldBy: [
        "test/promises/library.test.ts",
        "has its files closed by close, and the next question opens them again",
      ],
    },
  ],
  plain: [],
};
