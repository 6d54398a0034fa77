import { type PageClaims, programs } from "../claim.ts";

export const libraryFunctionsAndOptions: PageClaims = {
  page: "docs/guide/library.md",
  claims: [
    {
      claim:
        "`findOffers`, `compareModels`, `estimateCost` and `recommendModels` are exported as functions too.",
      heldBy: [programs, 'import { estimateCost, findOffers, ModelsDevClient } from "modelforge";'],
    },
    {
      claim:
        "`findOffers`, `compareModels`, `estimateCost` and `recommendModels` are exported as functions too.",
      heldBy: [
        "test/library/wrong-values.test.ts",
        "the library names what is wrong in an option or a function, and the nearest that is right",
      ],
    },
    {
      claim: "They work on a catalog opened with `open()`, and wait for nothing.",
      heldBy: [programs, 'console.log(findOffers(catalog, "gpt-5").offers.length);'],
    },
    {
      claim: "It stays as it is while newer ones arrive.",
      heldBy: [
        "test/promises/library.test.ts",
        "stays as it was opened while newer ones arrive, and is looked up without waiting",
      ],
    },
    {
      claim: "Its `findModel` takes a full ref, and gives `undefined` where there is none.",
      heldBy: [programs, 'console.log(view.findModel("openai/gpt-6"));'],
    },
    {
      claim:
        "The model it gives is frozen; every other answer of the library is your own to change.",
      heldBy: [
        "test/library/own-answers.test.ts",
        "%s changes no later answer",
        "findModel cannot be changed: every look-up gives the same row",
      ],
    },
    {
      claim:
        "Every failure is a `ModelForgeError` with a `code`, a `message`, mostly a `hint`, and `details` for programs.",
      heldBy: [
        "test/promises/library.test.ts",
        "is a ModelForgeError with code, message, hint and details, and failures says what to do with it",
      ],
    },
    {
      claim:
        "Every failure is a `ModelForgeError` with a `code`, a `message`, mostly a `hint`, and `details` for programs.",
      heldBy: [
        "test/library/inputs.test.ts",
        "%s answers or says what is wrong, whatever it is given",
      ],
    },
    {
      claim:
        "What is of another kind than asked for is `usage.bad-value`, whoever wrote it: text for a number, a field of another name, a negative size, `null`.",
      heldBy: [
        "test/library/wrong-questions.test.ts",
        "the library names what is wrong in a question, and the nearest that is right",
      ],
    },
    {
      claim: "`details.field` names it, and the hint the nearest that is right.",
      heldBy: [
        "test/library/inputs.test.ts",
        "is refused for one field of another kind, whatever the others are, and names it",
      ],
    },
    {
      claim:
        "`failures[error.code]` says what to do with a failure: `exit` for a command line, `httpStatus` for a server, and `retryable`.",
      heldBy: [
        "test/promises/library.test.ts",
        "is a ModelForgeError with code, message, hint and details, and failures says what to do with it",
      ],
    },
    {
      claim: "`ttlMs`, `timeoutMs`, `maxCacheBytes` and `backgroundRefresh` exist too,",
      heldBy: [
        "test/promises/library.test.ts",
        "takes the limits that options set",
        "answers at once when it is stale, and is refreshed behind the answer unless that is off",
      ],
    },
    {
      claim: "and `system` [for tests](#tests-without-network-and-disk);",
      heldBy: [programs, "const client = new ModelsDevClient({ system });"],
    },
    {
      claim: "a value that is none throws at once.",
      heldBy: [
        "test/library/wrong-values.test.ts",
        "the library names what is wrong in an option or a function, and the nearest that is right",
      ],
    },
    {
      claim: "What is not given is taken from the [environment](../reference/environment.md).",
      heldBy: [
        "test/promises/library.test.ts",
        "is that of the environment where no option says otherwise",
      ],
    },
    {
      claim:
        "Once the catalog is stale, the answer still comes at once, and the client refreshes it behind it, in this process.",
      heldBy: [
        "test/promises/library.test.ts",
        "answers at once when it is stale, and is refreshed behind the answer unless that is off",
      ],
    },
    {
      claim: "`backgroundRefresh: false` leaves that to you:",
      heldBy: [
        "test/promises/library.test.ts",
        "answers at once when it is stale, and is refreshed behind the answer unless that is off",
      ],
    },
    {
      claim: "The first answer from a new catalog may come from its rows alone.",
      heldBy: [
        "test/library/first-answers.test.ts",
        "answers from its rows first, and is worked out with the second question",
      ],
    },
    {
      claim: "The second question works out, in this process, what all others read.",
      heldBy: [
        "test/library/first-answers.test.ts",
        "answers from its rows first, and is worked out with the second question",
      ],
    },
    {
      claim:
        "`AutoConfigurator` writes the configuration of the command: `plan(input?)` says what `configure(input?)` would write, with the models that were considered and why; `add(input)` adds a model by name, and `template(provider, values?)` gives the address of a provider, filled, with what is missing by name.",
      heldBy: [
        "test/library/auto-configurator.test.ts",
        "plans without writing, then writes what it planned",
        "adds by name, and gives the address of a provider filled",
      ],
    },
    {
      claim: "They take what `config add-auto` and `config add` take.",
      heldBy: [
        "test/library/auto-configurator.test.ts",
        "adds by name, and gives the address of a provider filled",
        "says that no provider could be called, and refuses what is no input",
      ],
    },
    {
      claim: "`ModelsDevCache` never uses the network.",
      heldBy: [
        "test/promises/library.test.ts",
        "restores, prunes, verifies and clears, and never uses the network",
      ],
    },
    {
      claim: "Besides these it has `restore`, `prune`, `clear` and `directory`.",
      heldBy: [
        "test/promises/library.test.ts",
        "restores, prunes, verifies and clears, and never uses the network",
      ],
    },
    {
      claim:
        "`ModelInfo`, `ProviderInfo`, `ModelDetails`, `ProviderDetails`, `FilterInput`, `CatalogStamp`, `Price` and the others are exported as types.",
      heldBy: [
        "test/promises/library.test.ts",
        "has its types, and the same shapes as JSON Schema",
      ],
    },
    {
      claim:
        "The same shapes as JSON Schema are in the package: `modelforge/schema/model.json` ([reference](../reference/json-schema.md)).",
      heldBy: [
        "test/promises/library.test.ts",
        "has its types, and the same shapes as JSON Schema",
      ],
    },
    {
      claim:
        "The same shapes as JSON Schema are in the package: `modelforge/schema/model.json` ([reference](../reference/json-schema.md)).",
      heldBy: [
        "test/cli/streams.test.ts",
        "prints one JSON document that the published schema describes",
      ],
    },
  ],
  plain: [
    { says: "sizes are tokens,", because: "definition" },
    { says: "`open()` gives a view of one catalog.", because: "definition" },
    { says: "A long-running program asks its questions as they come.", because: "fact" },
    {
      says: "What these answers mean stands in [what will it cost](what-will-it-cost.md) and [which should I take](which-should-i-take.md).",
      because: "pointer",
    },
    { says: "The codes stand in the [reference](../reference/errors.md).", because: "pointer" },
    { says: "Decide by `code`; texts may change.", because: "advice" },
    {
      says: "What they mean stands in [the cache and offline use](cache-and-offline.md).",
      because: "pointer",
    },
  ],
};
