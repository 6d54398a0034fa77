import type { PageClaims } from "../claim.ts";

export const discoverScreenAndSearch: PageClaims = {
  page: "docs/guide/discover.md",
  claims: [
    {
      claim: "Without words the list goes by makers, as `modelforge list` does.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "goes by relevance while words are searched for, and by makers, as list does, without",
      ],
    },
    {
      claim: "A ref that is too long is cut in the middle;",
      heldBy: [
        "src/surfaces/cli/picker/rows.test.ts",
        "cuts a ref in the middle, its provider and its version kept",
      ],
    },
    {
      claim: "what the list is sorted by has a column.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "shows what it is sorted by, on a narrow screen too",
      ],
    },
    {
      claim:
        "`modelforge discover` shows the whole catalog on a full screen: type and the list narrows, with the highlighted model beside or below it.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "shows what there is, and what every key does",
        "narrows to what is typed, misspelt as it may be",
      ],
    },
    {
      claim:
        "It takes the words and the [filters](finding-models.md#filters) of `list` and `search` to begin with.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "starts with the words and filters of the command line",
      ],
    },
    {
      claim:
        "What you type searches ids, names and providers, typos forgiven, as `modelforge search` does.",
      heldBy: ["test/terminal/discover.test.ts", "narrows to what is typed, misspelt as it may be"],
    },
    {
      claim: "Flags that no key changes stand behind `and`.",
      heldBy: ["test/docs/discover.test.ts", "shows the upper part of a screen as it is"],
    },
    {
      claim: "How many deprecated models",
      heldBy: ["test/terminal/discover.test.ts", "shows what there is, and what every key does"],
    },
    {
      claim: "and models without a listed price are left out is said in the first line.",
      heldBy: ["test/docs/discover.test.ts", "shows the upper part of a screen as it is"],
    },
  ],
  plain: [],
};
