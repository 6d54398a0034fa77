import { examples, type Promised } from "../claim.ts";

/** What every command does, and what refs and filters mean. */
export const commands: readonly Promised[] = [
  {
    promise: "The package works as ESM and CommonJS, with types for both",
    heldBy: [
      "test/package/consumer.test.ts",
      "works through import",
      "works through require",
      "has types TypeScript agrees with, for import and for require",
    ],
  },
  {
    promise: "One command sets a checkout up and runs the main job, one runs all tests",
    heldBy: [
      "test/package/set-up.test.ts",
      "is set up by one command: from the lock file, built, with makers' newest in the end",
      "is tested by one command: built, checked, all tests",
    ],
  },
  {
    promise: "Setting up prints no warning, and one line where there is no network",
    heldBy: [
      "test/package/build.test.ts",
      "prints no warning, and in one line its snapshot's age and why it is no newer",
    ],
  },
  {
    promise: "The rows in the end come without a note",
    heldBy: ["test/package/set-up.test.ts", "says nothing beside these rows"],
  },
  {
    promise: "A release carries no snapshot older than 14 days unless told",
    heldBy: [
      "test/package/build.test.ts",
      "is refused as a release, whose snapshot is at most 14 days old",
      "is a release where MODELFORGE_ALLOW_OLD_SNAPSHOT says so",
      "is a release with the catalog in MODELFORGE_SNAPSHOT_FROM, if that is new",
      "takes a copy made today of an old catalog for as old as its newest row",
    ],
  },
  {
    promise: "Publishing is a release build",
    heldBy: ["test/package/set-up.test.ts", "checks at its publishing that the snapshot is new"],
  },
  {
    promise: "A clone alone passes its tests, on recorded rows of every shape",
    heldBy: ["test/structure/alone.test.ts", "names no folder beside it: a clone alone is whole"],
  },
  {
    promise: "The recorded rows are of every shape met",
    heldBy: [
      "src/testing/catalog-shapes.test.ts",
      "has every shape that the whole catalog of its day had",
    ],
  },
  {
    promise: "In a checkout the command is npx modelforge and node dist/bin.js",
    heldBy: [
      "test/package/set-up.test.ts",
      "has the command as npx modelforge and as node dist/bin.js",
    ],
  },
  {
    promise: "Every command answers by its path and by its shorter names",
    heldBy: [
      "src/surfaces/cli/find-command.test.ts",
      "finds every command by its path and by each of its other names",
    ],
  },
  {
    promise: "Every command has help with examples",
    heldBy: ["src/surfaces/cli/parse.test.ts", "of %s has examples of it"],
  },
  {
    promise: "Common flags stand before or after the command",
    heldBy: [
      "test/cli/streams.test.ts",
      "accepts the common flags before the command as well as after it",
    ],
  },
  {
    promise: "A full ref goes before a bare id of the same letters",
    heldBy: [
      "src/catalog/search/resolve-model.test.ts",
      "takes a full ref before the bare id of the same letters, wherever there are both",
    ],
  },
  {
    promise: "A bare id is the maker's own row, else its only seller's",
    heldBy: [
      "src/catalog/search/resolve-model.test.ts",
      "takes the maker's own row of several sellers",
      "takes the only seller of an id, whatever its case",
    ],
  },
  {
    promise: "A bare id of several sellers without its maker lists the candidates, exit 3",
    heldBy: [
      "src/catalog/search/resolve-model.test.ts",
      "names the candidates where none of several sellers is the maker",
    ],
  },
  {
    promise: "A model can be named by provider and id apart",
    heldBy: ["src/catalog/search/resolve-model.test.ts", "looks among its models alone"],
  },
  {
    promise: "Provider names forgive case, and underscores for hyphens",
    heldBy: [
      "src/catalog/view.test.ts",
      "takes its id or its display name, case and underscores forgiven",
    ],
  },
  {
    promise: "Provider names forgive case, and underscores for hyphens",
    heldBy: ["test/cli/streams.test.ts", "forgives case and underscores in provider names"],
  },
  {
    promise: "The nearest names are looked for in the whole catalog",
    heldBy: [
      "src/catalog/search/resolve-model.test.ts",
      "names the nearest for a model there is not, and which of them are deprecated",
    ],
  },
  {
    promise: "A model that was in an older catalog is said to be removed",
    heldBy: [
      "test/journeys/removed-model.test.ts",
      "is said to be removed, with what to take instead: %j",
    ],
  },
  {
    promise: "Capabilities are understood under other tools' words",
    heldBy: ["src/catalog/words/capability.test.ts", "understands %j as %s"],
  },
  {
    promise: "A capability for a medium means that it is taken or, for sound and film, given",
    heldBy: [
      "src/catalog/parse/model.test.ts",
      "is capable of %s by its modalities",
      "does not see because it draws",
    ],
  },
  {
    promise:
      "Filters join with AND; values of one with OR for providers, families and statuses, with AND for the others",
    heldBy: [
      "test/journeys/filters.test.ts",
      'gives the rows an independent look at api.json gives: ${args.join(" ")}',
    ],
  },
  {
    promise:
      "Filters join with AND; values of one with OR for providers, families and statuses, with AND for the others",
    heldBy: ["src/catalog/query/filter.test.ts", "gives what a plain filter over the models gives"],
  },
  {
    promise: "Every filter of list and search is a flag that is read",
    heldBy: ["src/surfaces/cli/options.test.ts", "are all read"],
  },
  {
    promise: "The same filters narrow offers and recommendations, and begin a discovery",
    heldBy: ["test/choosing/offers.test.ts", "gives only what a filter lets through"],
  },
  {
    promise: "The same filters narrow offers and recommendations, and begin a discovery",
    heldBy: [
      "src/catalog/recommend/constraints.test.ts",
      "narrows by filters, each under the flag that did it",
    ],
  },
  {
    promise: "The same filters narrow offers and recommendations, and begin a discovery",
    heldBy: [
      "test/terminal/discover.test.ts",
      "starts with the words and filters of the command line",
    ],
  },
  {
    promise: "Sizes may be written 200k and 1m",
    heldBy: ["src/catalog/words/sizes.test.ts", "reads %j as %i"],
  },
  {
    promise: "A price ceiling leaves out unknown prices and counts them, unless they may stay",
    heldBy: ["src/catalog/query/filter.test.ts", "gives what a plain filter over the models gives"],
  },
  {
    promise: "A price ceiling leaves out unknown prices and counts them, unless they may stay",
    heldBy: [examples, "modelforge list --family gpt --max-price 1.25 --include-unpriced"],
  },
  {
    promise: "Deprecated models are hidden and counted unless a status is asked for",
    heldBy: [
      "src/catalog/query/filter.test.ts",
      "leaves out deprecated models unless a status is asked for",
    ],
  },
  {
    promise: "configured keeps providers whose whole credential is at hand",
    heldBy: [
      "src/credentials/from-environment.test.ts",
      "with %s",
      "are those a credential is at hand for, in their order",
    ],
  },
  {
    promise: "Unknown values sort last both ways, and ties break by ref",
    heldBy: [
      "src/catalog/query/sort.test.ts",
      "by %s puts unknown values last in both directions, and breaks ties by ref",
    ],
  },
  {
    promise: "search is ordered by how well rows match",
    heldBy: [
      "src/catalog/search/search.test.ts",
      "puts the exact ref first, then rows of that exact id, the maker's first, then the newest",
    ],
  },
];
