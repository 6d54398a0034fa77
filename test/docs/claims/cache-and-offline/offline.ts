import type { PageClaims } from "../claim.ts";

export const cacheAndOfflineOffline: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    {
      claim: "`--offline`, or `MODELFORGE_OFFLINE=1` for all commands, opens no socket.",
      heldBy: [
        "test/network/offline.test.ts",
        "%s opens no socket and starts no program",
        "for a stale catalog: %s",
        "on an empty cache, with --refresh too",
      ],
    },
    {
      claim: "The answer comes from the cache, whatever its age,",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "a snapshot answers only where it is newer than a stale generation",
      ],
    },
    {
      claim: "else from the snapshot.",
      heldBy: ["test/faults/narrow-places.test.ts", "answers offline from the snapshot"],
    },
    {
      claim: "A snapshot is never preferred to a newer generation.",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "a snapshot answers only where it is newer than a stale generation",
      ],
    },
    {
      claim: "`cache status` names its date and where it was taken from.",
      heldBy: [
        "test/promises/help.test.ts",
        "shows what answers, how old it is, and of when and whence the snapshot is",
      ],
    },
    {
      claim:
        "A source other than models.dev has no snapshot of its own, and is not answered by that of models.dev: with nothing on disk and no network the command fails with exit 5.",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "that fails on an empty cache is the answer: the snapshot is another catalog",
      ],
    },
    {
      claim:
        "A source other than models.dev has no snapshot of its own, and is not answered by that of models.dev: with nothing on disk and no network the command fails with exit 5.",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "offline and with no snapshot of the source, that is the failure",
      ],
    },
    {
      claim:
        "`--allow-snapshot`, or `MODELFORGE_ALLOW_SNAPSHOT=1`, lets the shipped one answer all the same;",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "leaves the answer to the snapshot where %s allows it, which says whose it is",
      ],
    },
    {
      claim: "that it is another catalog is then said, also under `--quiet`.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "silences notes and warnings, but not that another catalog answers than the one asked for",
      ],
    },
  ],
  plain: [
    {
      says: "The snapshot is the catalog as it was when the package was built.",
      because: "definition",
    },
  ],
};
