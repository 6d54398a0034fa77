import { examples, type PageClaims } from "../claim.ts";

export const troubleshootingExitCodes: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim:
        "Every failure says what happened and, where there is something to do, what to do next.",
      heldBy: ["test/cli/streams.test.ts", "says for people what happened and what to do next"],
    },
    {
      claim:
        "Every failure says what happened and, where there is something to do, what to do next.",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json).",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim:
        "Two commands help with most questions: `modelforge cache status` shows what answers, how old it is",
      heldBy: [
        "test/promises/help.test.ts",
        "shows what answers, how old it is, and of when and whence the snapshot is",
      ],
    },
    {
      claim: "and what the last refresh ran into,",
      heldBy: ["test/promises/help.test.ts", "shows what the last refresh ran into"],
    },
    {
      claim: "and `--verbose` says where an answer comes from.",
      heldBy: ["test/promises/help.test.ts", "says where the answer comes from"],
    },
    {
      claim: "| 0 | done, also where nothing matched | |",
      heldBy: ["test/cli/streams.test.ts", "answers nothing found with an empty list and exit 0"],
    },
    {
      claim: "| 1 | a defect of ModelForge | report it with the command you ran |",
      heldBy: ["test/promises/help.test.ts", "ends with 1 and asks for a report"],
    },
    {
      claim:
        "| 2 | the command line or a variable is not understood | read the hint, or add `--help` |",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
    {
      claim:
        "| 2 | the command line or a variable is not understood | read the hint, or add `--help` |",
      heldBy: ["src/modelsdev/settings.test.ts", "refuses %s=%s, saying how to write it"],
    },
    {
      claim: "| 3 | no such provider, model or generation | take one of the names in the hint |",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
    {
      claim:
        "| 5 | the network failed and nothing older could answer, or `refresh-cache` could not refresh | see [the network](#the-network) |",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim:
        "| 5 | the network failed and nothing older could answer, or `refresh-cache` could not refresh | see [the network](#the-network) |",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "that fails on an empty cache is the answer: the snapshot is another catalog",
      ],
    },
    {
      claim:
        "| 6 | the source sent something that is no catalog, and nothing older could answer | see [the catalog](#the-catalog) |",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim:
        "| 6 | the source sent something that is no catalog, and nothing older could answer | see [the catalog](#the-catalog) |",
      heldBy: [examples, "MODELFORGE_URL=./broken.json modelforge list"],
    },
    {
      claim:
        "| 7 | a file cannot be found, read or written | see [files and the cache](#files-and-the-cache) |",
      heldBy: [examples, "MODELFORGE_URL=./nowhere.json modelforge list"],
    },
    {
      claim:
        "| 7 | a file cannot be found, read or written | see [files and the cache](#files-and-the-cache) |",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "or a device under any other name is refused, and nothing waits for it",
      ],
    },
    {
      claim:
        "| 7 | a file cannot be found, read or written | see [files and the cache](#files-and-the-cache) |",
      heldBy: [
        "test/faults/narrow-places.test.ts",
        "that became read-only fails a refresh-cache, whose whole work would be lost",
      ],
    },
    {
      claim: "| 8 | `cache verify` found damage | nothing, or `modelforge refresh-cache` |",
      heldBy: ["test/faults/damage.test.ts", "ends with 8 where it finds damage"],
    },
    {
      claim: "| 130 | cancelled by Ctrl-C or by answering no | |",
      heldBy: [
        "test/terminal/terminal.test.ts",
        "says what it waits for after half a second, and ends at once on Ctrl-C",
        "asks before it removes the cache, and no means no",
      ],
    },
    {
      claim:
        "Every code, `model.not-found` and the like, stands in the [reference](../reference/errors.md).",
      heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
    },
    {
      claim: "With `--json` the last line of stderr is the failure as JSON.",
      heldBy: [
        "test/cli/streams.test.ts",
        "leaves stdout empty on failure and ends stderr with the error as JSON",
      ],
    },
  ],
  plain: [],
};
