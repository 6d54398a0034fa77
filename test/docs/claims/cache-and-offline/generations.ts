import { examples, type PageClaims } from "../claim.ts";

export const cacheAndOfflineGenerations: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    { claim: "A newer one is written beside it.", heldBy: [examples, "modelforge cache history"] },
    {
      claim: "A newer one is written beside it.",
      heldBy: [
        "test/network/client.test.ts",
        "brings a new catalog once the ETag no longer matches, and tells its digest from the older",
      ],
    },
    {
      claim:
        "Its name is the beginning of the digest of what the source sent, and `cache history` lists those on disk:",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "is called by the beginning of the digest of what the source sent",
      ],
    },
    {
      claim: "`cache restore` makes an older one answer, for example to compare prices.",
      heldBy: [examples, "modelforge cache restore 61aaa587"],
    },
    {
      claim: "It stays until you run `refresh-cache`.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "that was restored answers, stale as it may be, until refresh-cache is run",
      ],
    },
    {
      claim: "A catalog in a file is what the file holds, so there is nothing to restore.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "of a file cannot be restored: a catalog in a file is what the file holds",
      ],
    },
    {
      claim:
        "A catalog that lost more than half of its models or providers against the one at hand is refused as an accident.",
      heldBy: ["src/modelsdev/refresh/shrink.test.ts", "where %s"],
    },
    {
      claim:
        "A catalog that lost more than half of its models or providers against the one at hand is refused as an accident.",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim: "The older one goes on answering,",
      heldBy: ["test/faults/refresh.test.ts", "and the older catalog still answers"],
    },
    {
      claim: "and what was refused is kept in the cache's folder `refused`.",
      heldBy: ["test/faults/refresh.test.ts", "is kept aside, and taken once that is asked for"],
    },
    {
      claim: "If it is right after all, `modelforge refresh-cache --accept-shrink` takes it.",
      heldBy: ["test/faults/refresh.test.ts", "is kept aside, and taken once that is asked for"],
    },
    {
      claim:
        "A file is the one in whose place it was put: it answers, and every answer says what it has lost until that is accepted.",
      heldBy: [
        "test/faults/shrunken-file.test.ts",
        "is said to have with every answer and every refresh, until that is accepted",
      ],
    },
    {
      claim: "The last part shows how the source has drifted from what this version knows.",
      heldBy: [examples, "modelforge cache status"],
    },
    {
      claim: "The last part shows how the source has drifted from what this version knows.",
      heldBy: [
        "src/catalog/parse/catalog.test.ts",
        "counts unknown fields by their path and keeps them in the record",
      ],
    },
    {
      claim: "A row that cannot be read is set aside and counted, and the others are unharmed.",
      heldBy: [
        "test/faults/hostile-names.test.ts",
        "has each row of a reserved name reported by its place, and the rows around it kept",
      ],
    },
    {
      claim: "Unknown fields are kept in the record that `info --json` shows as `wire`.",
      heldBy: ["src/catalog/prepared/prepare.test.ts", "keep the record as it was received"],
    },
  ],
  plain: [
    {
      says: "A catalog that was fetched, checked and written whole is a generation.",
      because: "definition",
    },
  ],
};
