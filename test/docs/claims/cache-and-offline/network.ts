import { examples, type PageClaims } from "../claim.ts";

export const cacheAndOfflineNetwork: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    {
      claim: "ModelForge fetches the whole catalog, checks it,",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim: "keeps it on disk and answers from there.",
      heldBy: ["test/network/client.test.ts", "is not made where the catalog at hand is fresh"],
    },
    {
      claim:
        "The outputs come from a small [example catalog](../../test/fixtures/docs-catalog.json), served in the place of models.dev.",
      heldBy: [examples, "shows at line $line what `$command` prints"],
    },
    {
      claim: "| a generation younger than `MODELFORGE_TTL` (24 hours) | answers from it |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "it answers without a request, fresh for 24 hours, stale and to be refreshed after that",
      ],
    },
    {
      claim: "| a generation younger than `MODELFORGE_TTL` (24 hours) | answers from it |",
      heldBy: ["src/modelsdev/settings.test.ts", "has a default for everything"],
    },
    {
      claim:
        "| an older one | answers from it at once, says its age, and starts a refresh in the background |",
      heldBy: [
        "test/network/background-refresh.test.ts",
        "answers at once, says its age, and exactly one refresh brings the newer behind its back",
      ],
    },
    {
      claim:
        "| nothing yet, and a snapshot of the same source less than a day old | answers from the snapshot |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "a snapshot less than a day old answers without a request",
      ],
    },
    {
      claim:
        "| nothing yet, and an older snapshot of the same source | waits for the network, 3 seconds at most, then answers from the snapshot |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "the network is waited for 3 seconds before an older snapshot of the same source answers",
        "the network answers before an older snapshot",
      ],
    },
    {
      claim:
        "| nothing yet, and no snapshot of this source | waits for the network up to `MODELFORGE_TIMEOUT` (10 seconds) |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "the network is waited for as long as MODELFORGE_TIMEOUT says where there is no snapshot of the source",
      ],
    },
    {
      claim:
        "A catalog that is lost, its files gone or beyond repair, is nothing on disk: it is fetched once.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "that is lost, all of them gone or beyond repair, is fetched once",
      ],
    },
    {
      claim:
        "A stored time that is ahead of the clock confirms nothing: such a catalog is stale, whatever it says.",
      heldBy: ["src/modelsdev/stamp.test.ts", "is stale as it should where it is %s"],
    },
    {
      claim:
        "So with a catalog on disk no command waits but those that were asked to: `refresh-cache` and `--refresh`.",
      heldBy: ["test/network/background-refresh.test.ts", "answers at once, says its age"],
    },
    {
      claim:
        "So with a catalog on disk no command waits but those that were asked to: `refresh-cache` and `--refresh`.",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "it answers without a request, fresh for 24 hours, stale and to be refreshed after that",
      ],
    },
    {
      claim: "After a failed refresh the snapshot answers without waiting,",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "nobody waits for five minutes after a refresh has failed",
      ],
    },
    {
      claim: "and no refresh is started in the background, for five minutes;",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "no refresh in the background is due for five minutes after one has failed",
      ],
    },
    {
      claim: "and no refresh is started in the background, for five minutes;",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "is started by no stale answer for a while after one has failed",
      ],
    },
    {
      claim:
        "for an hour where the source or a proxy refused it, as credentials that are sent too often can lock an account:",
      heldBy: [
        "src/modelsdev/journal.test.ts",
        "waits an hour after %s, as credentials that are sent too often lock an account",
      ],
    },
    {
      claim:
        "for an hour where the source or a proxy refused it, as credentials that are sent too often can lock an account:",
      heldBy: [
        "test/network/refused-credentials.test.ts",
        "is not asked again in the background for a while",
      ],
    },
    {
      claim: "the last eight that were refused are remembered.",
      heldBy: [
        "src/modelsdev/journal-refusals.test.ts",
        "remembers the last eight credentials that were refused, each for its hour",
      ],
    },
    {
      claim:
        "Where the credentials or the proxy in use have changed since, nothing is waited for, nor where others are trusted and nobody was refused.",
      heldBy: [
        "src/modelsdev/journal-refusals.test.ts",
        "holds until it is asked with others' credentials or by another way: %s",
        "holds where the same way is named by other variables: %j",
        "ends with other trust, but not where credentials were refused",
      ],
    },
    {
      claim:
        "Where the credentials or the proxy in use have changed since, nothing is waited for, nor where others are trusted and nobody was refused.",
      heldBy: [
        "test/network/refused-credentials.test.ts",
        "are tried at once where nothing is on disk",
        "let the background refresh a stale catalog again",
        "are those of a proxy as well",
      ],
    },
    {
      claim: "A stale answer says why the last refresh failed.",
      heldBy: [
        "test/network/refused-credentials.test.ts",
        "is not asked again by itself for an hour, and every answer says so",
      ],
    },
    {
      claim:
        "`refresh-cache` asks the source whether it has something newer, however young the catalog is; only where another process asked while this one waited for its turn is that good enough.",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "asks the source, unless another did while this one waited for its turn",
      ],
    },
    {
      claim:
        "`refresh-cache` asks the source whether it has something newer, however young the catalog is; only where another process asked while this one waited for its turn is that good enough.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "asks the source however young the catalog is, and --if-stale does not",
      ],
    },
    {
      claim:
        "It fails where it cannot refresh: exit 5 for the network, 6 for a catalog that is none,",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim: "7 where what came could not be kept.",
      heldBy: [
        "test/faults/narrow-places.test.ts",
        "that became read-only fails a refresh-cache, whose whole work would be lost",
      ],
    },
    {
      claim: "The older catalog is untouched then.",
      heldBy: ["test/faults/refresh.test.ts", "and the older catalog still answers"],
    },
    {
      claim: "The second time, the source confirmed the ETag and sent nothing.",
      heldBy: [
        "test/network/client.test.ts",
        "is conditional once there is an ETag, and 304 confirms what is there",
      ],
    },
    {
      claim: "`--refresh` does the same before any other question,",
      heldBy: ["test/promises/refresh-cache.test.ts", "asks the source before any question: %s"],
    },
    {
      claim: "but where it fails the command answers from what is there and says so.",
      heldBy: [
        "test/faults/refresh.test.ts",
        "answers from the older catalog and says that the refresh failed",
      ],
    },
    {
      claim: "`refresh-cache --if-stale` does nothing where the catalog is young enough.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "asks the source however young the catalog is, and --if-stale does not",
      ],
    },
    {
      claim: "That is what runs in the background: one process at a time,",
      heldBy: [
        "test/network/background-refresh.test.ts",
        "exactly one refresh brings the newer behind its back",
      ],
    },
    {
      claim:
        "never with `--offline`, never where `CI` is set, and not after `MODELFORGE_FEATURE_BACKGROUND_REFRESH=0`.",
      heldBy: [
        "test/network/background-refresh.test.ts",
        "by a stale answer %s, which says its age",
      ],
    },
    {
      claim: "A new catalog answers at once, from its rows.",
      heldBy: [
        "test/hot/rows.test.ts",
        "answers byte for byte as the one that is worked out, every line the pages and the help show",
        "answers byte for byte as the one that is worked out, every flag, format and mistake",
      ],
    },
    {
      claim: "What later questions read is worked out by a process that outlives the command.",
      heldBy: [
        "test/network/preparing.test.ts",
        "is worked out by a process that outlives the command, without another request",
      ],
    },
    {
      claim:
        "Where one of these three forbids that, the next command does it, or `refresh-cache` before it ends.",
      heldBy: [
        "test/network/preparing.test.ts",
        "%s is worked out by the second command, and by refresh-cache before it ends",
      ],
    },
    {
      claim:
        "A question that rows alone cannot answer, such as `offers` or a list as JSON, does it itself.",
      heldBy: [
        "test/network/preparing.test.ts",
        "is worked out at once by a question that rows alone cannot answer",
      ],
    },
  ],
  plain: [
    {
      says: "This page says when the network is used, what is kept where, and what happens when something breaks.",
      because: "pointer",
    },
    { says: "Your times, sizes and names will differ.", because: "advice" },
  ],
};
