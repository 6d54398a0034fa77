import type { PageClaims } from "../claim.ts";

export const cacheAndOfflineBesideOthers: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    {
      claim:
        "`refresh-cache` exits with 7 then and says what was not kept, also where the source had nothing newer.",
      heldBy: ["test/faults/narrow-places.test.ts", "that became read-only fails a refresh-cache"],
    },
    {
      claim:
        "Any number of commands may ask, refresh, clear, prune and restore the same cache at once.",
      heldBy: [
        "test/faults/clear-beside-others.test.ts",
        "answer right from one of the catalogs that were served, and none of them hangs, crashes or speaks of damage",
      ],
    },
    {
      claim:
        "What changes it is done by one process at a time; the others wait up to `MODELFORGE_TIMEOUT` and then exit with 5 (`cache.busy`).",
      heldBy: [
        "src/modelsdev/beside-others.test.ts",
        "waits for who is at the cache, and touches nothing until then",
      ],
    },
    {
      claim: "A question that finds a catalog never waits: it is answered from that one, whole.",
      heldBy: [
        "test/faults/clear-beside-others.test.ts",
        "answer right from one of the catalogs that were served, and none of them hangs, crashes or speaks of damage",
      ],
    },
    {
      claim:
        "One that finds none, because another process has just cleared it away, waits for its turn and fetches it again; where its turn does not come, it answers without keeping anything.",
      heldBy: [
        "src/modelsdev/refresh/refresh.test.ts",
        "is answered from what the source sends where others are at the cache for most of its time",
      ],
    },
    {
      claim: "A process that was killed keeps nobody waiting.",
      heldBy: ["test/faults/held-lock.test.ts", "and was killed keeps nobody waiting"],
    },
    {
      claim: "One that is stopped (Ctrl-Z) keeps its turn for a minute.",
      heldBy: [
        "test/faults/held-lock.test.ts",
        "and was stopped for a minute loses it, and does no harm when it goes on",
      ],
    },
    {
      claim:
        "Where ModelForge cannot tell whether it lives, on another machine or in another container that shares the directory, five seconds without a sign of life are enough.",
      heldBy: [
        "test/faults/held-lock.test.ts",
        "and was killed there is waited for five seconds, as its number says nothing here",
      ],
    },
    {
      claim: "A date ahead of the clock confirms nothing.",
      heldBy: [
        "test/faults/clock.test.ts",
        "that was %s ahead at the last refresh keeps no refresh-cache from asking: 1 request each time",
      ],
    },
    {
      claim:
        "The catalog is stale, its age is not shown and `ageSeconds` is `null`, and it is refreshed in the background like any stale one.",
      heldBy: [
        "src/modelsdev/stamp.test.ts",
        "has an age of which nobody knows where its time is ahead of this clock, or was lost",
      ],
    },
    {
      claim:
        "The catalog is stale, its age is not shown and `ageSeconds` is `null`, and it is refreshed in the background like any stale one.",
      heldBy: [
        "test/faults/clock.test.ts",
        "ahead makes the next answer stale, and 1 request in the background mends that",
      ],
    },
    {
      claim: "`refresh-cache` and `--refresh` ask the source, whatever the cache says of its age.",
      heldBy: [
        "test/faults/clock.test.ts",
        "that was %s ahead at the last refresh keeps no refresh-cache from asking: 1 request each time",
      ],
    },
    {
      claim: "How long something may take is measured by a clock that nobody sets.",
      heldBy: [
        "test/faults/clock.test.ts",
        "that is set back an hour while a process waits for a lock makes it wait no longer: 1 request",
      ],
    },
    {
      claim: "Time zones and summer time change nothing.",
      heldBy: ["test/faults/clock.test.ts", "changes nothing: 0 requests"],
    },
    {
      claim: "Which generation is newer is told by their order, not by their dates.",
      heldBy: [
        "src/modelsdev/disk/order.test.ts",
        "is that of their numbers, whatever the clock said when they were fetched",
      ],
    },
  ],
  plain: [],
};
