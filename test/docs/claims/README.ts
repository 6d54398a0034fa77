import { examples, type PageClaims } from "./claim.ts";

export const readme: PageClaims = {
  page: "README.md",
  claims: [
    {
      claim: "It reads the catalog of [models.dev](https://models.dev),",
      heldBy: ["src/modelsdev/source.test.ts", "is models.dev where none is given"],
    },
    {
      claim: "keeps it on disk and answers from there,",
      heldBy: ["test/network/client.test.ts", "is not made where the catalog at hand is fresh"],
    },
    {
      claim: "with or without a network;",
      heldBy: ["test/network/offline.test.ts", "a filled cache answers without a word about it"],
    },
    {
      claim: "It is a command, `modelforge`, and a library for TypeScript and JavaScript.",
      heldBy: [
        "test/package/consumer.test.ts",
        "answers from its snapshot through the installed command",
        "works through import",
        "works through require",
        "has types TypeScript agrees with",
      ],
    },
    {
      claim: "What sets it apart: it says what the same model costs everywhere,",
      heldBy: [
        "test/choosing/offers.test.ts",
        "gives rows of api.json with their prices, limits and costs, cheapest first",
      ],
    },
    {
      claim: "and why it recommends one;",
      heldBy: [
        "test/journeys/choosing.test.ts",
        "is recommended what has all three, each with its reasons",
      ],
    },
    {
      claim: "a price that is not listed is never shown",
      heldBy: ["src/surfaces/cli/render/numbers.test.ts", "shows %j as %s"],
    },
    {
      claim: "a price that is not listed is never shown or filtered as free,",
      heldBy: [
        "test/journeys/choosing.test.ts",
        "finds in a list and among offers what is free, never what has no price",
      ],
    },
    {
      claim: "long-context price tiers are kept,",
      heldBy: [
        "test/choosing/tiers.test.ts",
        "hold for the whole request from the first token above each threshold, in every row",
      ],
    },
    {
      claim: "every byte read from the cache is checked and a damaged cache repairs itself,",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
    {
      claim: "a package without any network still answers from the snapshot it was built with,",
      heldBy: [
        "test/network/offline.test.ts",
        "the first command of all answers from the snapshot within a few seconds",
      ],
    },
    {
      claim:
        "and it brings no run-time dependencies but an optional one, for the keychain of the system.",
      heldBy: [
        "test/package/consumer.test.ts",
        "brings no run-time dependency along but what speaks with the keychain, which it does without",
      ],
    },
    {
      claim: "From a checkout, with Node 20.18.1 or newer and npm:",
      heldBy: ["test/package/set-up.test.ts", "needs the Node that the pages name"],
    },
    {
      claim:
        "It installs what the build needs, builds, and ends with rows of the catalog on your screen.",
      heldBy: [
        "test/package/set-up.test.ts",
        "is set up by one command: from the lock file, built, with makers' newest in the end",
      ],
    },
    {
      claim: "All tests:",
      heldBy: [
        "test/package/set-up.test.ts",
        "is tested by one command: built, checked, all tests",
      ],
    },
    {
      claim: "In the checkout the command is then `npx modelforge` (or `node dist/bin.js`);",
      heldBy: [
        "test/package/set-up.test.ts",
        "has the command as npx modelforge and as node dist/bin.js",
      ],
    },
    {
      claim: "`npm link` makes it plain `modelforge`.",
      heldBy: ["test/package/set-up.test.ts", "has the command as plain modelforge after npm link"],
    },
    {
      claim:
        "Prices and rows change daily, so these pages show the output of a small [example catalog](test/fixtures/docs-catalog.json), and a test runs every one of these commands.",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim: "Find a model, typos forgiven:",
      heldBy: [examples, 'modelforge search "cluade sonet"'],
    },
    { claim: "Show everything about one:", heldBy: [examples, "modelforge info openai/gpt-5"] },
    {
      claim: "List what meets your conditions, cheapest first:",
      heldBy: [
        examples,
        "modelforge list --capability tools --min-context 200k --max-price 1 --sort price --limit 4",
      ],
    },
    {
      claim: "See how a provider is reached:",
      heldBy: [examples, "modelforge providers info anthropic"],
    },
    {
      claim: "Hand the answer to a program:",
      heldBy: [
        examples,
        "modelforge list --provider openai --sort released --desc --limit 3 --format csv",
      ],
    },
    {
      claim: "See what a usage costs, everywhere the model is sold:",
      heldBy: [
        examples,
        "modelforge offers claude-sonnet-4-5 --input 40k --output 2k --requests 1000/day",
      ],
    },
    {
      claim:
        "The other commands are `compare`, `cost`, `recommend` and `discover` to choose a model, `providers` (list all providers), `config` (the model in use, names of your own, settings), `features`, `auth` (keep credentials, and see where each may go), `refresh-cache` (fetch the catalog now), `cache status|verify|history|restore|prune|clear|path` and `completion`.",
      heldBy: [
        "src/surfaces/cli/find-command.test.ts",
        "finds every command by its path and by each of its other names",
      ],
    },
    {
      claim:
        "The other commands are `compare`, `cost`, `recommend` and `discover` to choose a model, `providers` (list all providers), `config` (the model in use, names of your own, settings), `features`, `auth` (keep credentials, and see where each may go), `refresh-cache` (fetch the catalog now), `cache status|verify|history|restore|prune|clear|path` and `completion`.",
      heldBy: [
        "test/docs/lists.test.ts",
        "names every command, by its first word or the one it is usually called by",
      ],
    },
    {
      claim: "`modelforge --help` lists them,",
      heldBy: ["test/promises/help.test.ts", "lists every command"],
    },
    {
      claim: "`modelforge config` alone on a terminal sets up a provider and a model step by step.",
      heldBy: [
        "test/wizard/wizard.test.ts",
        "goes from nothing to a model in use, with a key that is in the store alone",
      ],
    },
    {
      claim: "and every command has `--help` with examples.",
      heldBy: ["src/surfaces/cli/parse.test.ts", "of %s has examples of it"],
    },
    { claim: "[MIT](LICENSE).", heldBy: ["test/package/consumer.test.ts", "carries its licence"] },
  ],
  plain: [
    {
      says: "ModelForge answers which language models exist, what they cost, what they can do and who sells them.",
      because: "definition",
    },
    { says: "how fast stands in [bench/results.md](bench/results.md).", because: "pointer" },
    {
      says: "Guides: [getting started](docs/guide/getting-started.md), [finding models](docs/guide/finding-models.md), [discover](docs/guide/discover.md), [what will it cost](docs/guide/what-will-it-cost.md), [which should I take](docs/guide/which-should-i-take.md), [the configuration](docs/guide/configuration.md), [credentials](docs/guide/credentials.md), [moving from the Python ModelForge](docs/guide/moving-from-python.md), [the cache and offline use](docs/guide/cache-and-offline.md), [the library](docs/guide/library.md), [troubleshooting](docs/guide/troubleshooting.md)",
      because: "pointer",
    },
    {
      says: "Reference, made from the code: [commands](docs/reference/commands.md), [environment variables](docs/reference/environment.md), [providers and their credentials](docs/reference/providers.md), [errors and exit codes](docs/reference/errors.md), [JSON Schema](docs/reference/json-schema.md)",
      because: "pointer",
    },
    {
      says: "For contributors: [CONTRIBUTING.md](CONTRIBUTING.md), [ARCHITECTURE.md](ARCHITECTURE.md), [decisions](docs/decisions), [changes](CHANGELOG.md)",
      because: "pointer",
    },
    {
      says: "The data comes from [models.dev](https://github.com/sst/models.dev), also MIT.",
      because: "fact",
    },
    {
      says: "It is edited by volunteers: check a price with its provider before you rely on it.",
      because: "advice",
    },
  ],
};
