import type { PageClaims } from "../claim.ts";

export const cacheAndOfflineDamage: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    {
      claim:
        "Everything that an answer rests on is compared with its checksum, and nothing else is read.",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
    {
      claim:
        "Everything that an answer rests on is compared with its checksum, and nothing else is read.",
      heldBy: [
        "src/modelsdev/disk/prepared-catalog.test.ts",
        "is verified record by record: one that is read is found, one that nobody reads costs nothing",
        "is not looked at in files that a question does not read, missing as they may be",
      ],
    },
    {
      claim:
        "There is nothing you have to do: a damaged part is named in a warning, and the answer comes from the next best source.",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
    {
      claim:
        "`cache verify` reads everything and exits with 8 where it finds damage, and `refresh-cache` sees to what no question has met.",
      heldBy: ["test/faults/damage.test.ts", "ends with 8 where it finds damage"],
    },
    {
      claim:
        "`cache verify` reads everything and exits with 8 where it finds damage, and `refresh-cache` sees to what no question has met.",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
    {
      claim:
        "| a prepared file that is read, or the manifest of them | the same, prepared anew from the stored body |",
      heldBy: [
        "test/promises/damage.test.ts",
        "a prepared file that is read, or the manifest of them (%s), the same prepared anew from the stored body",
      ],
    },
    {
      claim: "| a prepared file that nobody reads | the others, and the next refresh sees to it |",
      heldBy: [
        "test/promises/damage.test.ts",
        "a prepared file that nobody reads, the others, and the next refresh sees to it",
      ],
    },
    {
      claim:
        "| the stored body, or the generation's manifest | the prepared files, and the next refresh fetches the catalog anew |",
      heldBy: [
        "test/promises/damage.test.ts",
        "the %s, the prepared files, and the next refresh fetches the catalog anew",
      ],
    },
    {
      claim: "| both | the source, else an older generation, else the snapshot |",
      heldBy: [
        "test/promises/damage.test.ts",
        "both, the source, asked once",
        "both and no source, an older generation, which is said",
        "both and neither source nor older generation, the snapshot where that may",
      ],
    },
    {
      claim: "| the pointer to the current generation | the newest generation |",
      heldBy: [
        "test/promises/damage.test.ts",
        "the pointer to the current generation, the newest generation",
      ],
    },
    {
      claim: "| the snapshot's prepared files | the snapshot, prepared anew from the package |",
      heldBy: [
        "test/faults/damage-elsewhere.test.ts",
        "%s answers as before, twice, whichever file it is",
      ],
    },
    {
      claim:
        "What was replaced is moved to the folder `quarantine`; a week later it goes with the next refresh that brings something new, or with `cache prune`.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "is in the folder quarantine once it is replaced, and gone after a week",
      ],
    },
    {
      claim:
        "What cannot be read for another reason (it is another user's, or too many files are open) is not called damaged and stays where it is.",
      heldBy: [
        "test/promises/unreadable.test.ts",
        "is not called damaged, and stays where it is, where too many files are open",
        "keeps nobody from an answer or a refresh",
      ],
    },
  ],
  plain: [],
};
