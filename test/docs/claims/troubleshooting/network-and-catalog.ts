import { examples, type PageClaims } from "../claim.ts";

export const troubleshootingNetworkAndCatalog: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim:
        "Most of these never reach you: where anything older is on disk, it answers, and the failure is a warning.",
      heldBy: [
        "test/faults/refresh.test.ts",
        "answers from the older catalog and says that the refresh failed",
      ],
    },
    {
      claim:
        "Most of these never reach you: where anything older is on disk, it answers, and the failure is a warning.",
      heldBy: [
        "test/network/offline.test.ts",
        "--refresh gives the older catalog and says that it could not refresh",
      ],
    },
    {
      claim:
        "They end a command only for `refresh-cache`, or where there is nothing to answer from.",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "that fails on an empty cache is the answer: the snapshot is another catalog",
      ],
    },
    {
      claim:
        "They end a command only for `refresh-cache`, or where there is nothing to answer from.",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim: "| `network.unreachable` | Check your connection.",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "fails where nobody listens, and the older catalog answers",
      ],
    },
    {
      claim: "Behind a proxy set `HTTPS_PROXY`.",
      heldBy: ["test/network/tls.test.ts", "goes through HTTPS_PROXY and trusts what %s names"],
    },
    {
      claim: "`--offline` answers without trying. |",
      heldBy: ["test/network/offline.test.ts", "%s opens no socket and starts no program"],
    },
    {
      claim: "| `network.timed-out` | Try again, or allow more time: `MODELFORGE_TIMEOUT=30s`. |",
      heldBy: [
        "test/faults/odd-answers.test.ts",
        "ends in time after %s, says why, and leaves the older catalog in charge",
      ],
    },
    {
      claim: "| `network.timed-out` | Try again, or allow more time: `MODELFORGE_TIMEOUT=30s`. |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "the network is waited for as long as MODELFORGE_TIMEOUT says where there is no snapshot of the source",
      ],
    },
    {
      claim: "| `network.interrupted` | Try again. Three tries were made already. |",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim:
        "| `network.untrusted-certificate` | Your company's proxy or mirror uses its own authority: name its certificate in `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`. |",
      heldBy: [
        "test/network/tls.test.ts",
        "refuses a certificate nobody vouches for and names the variables that would",
        "goes through HTTPS_PROXY and trusts what %s names",
      ],
    },
    {
      claim:
        "| `network.rate-limited` | Try again later. A short `Retry-After` has been waited for already. |",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "waits as long as a 429 asks for, in seconds or until a date, and then succeeds",
      ],
    },
    {
      claim: "| `network.server-failed` | Try again later. |",
      heldBy: ["test/faults/refresh.test.ts", "503 once tries again and gets the catalog"],
    },
    {
      claim:
        "| `network.refused` | The source answers with a client error. With 401, 403 or 407 the mirror or proxy wants credentials, with 404 `MODELFORGE_URL` is wrong. |",
      heldBy: [
        "src/modelsdev/http-status.test.ts",
        "takes %i for %s, worth another try: %s",
        "points at credentials where they are wanted",
      ],
    },
    {
      claim:
        "| `network.redirected` | Redirects are followed to the same host over https only. Point `MODELFORGE_URL` at the final address if you trust it. |",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "follows a redirect to another path of the same host",
      ],
    },
    {
      claim:
        "| `network.redirected` | Redirects are followed to the same host over https only. Point `MODELFORGE_URL` at the final address if you trust it. |",
      heldBy: ["src/modelsdev/fetch.test.ts", "does not follow a redirect to %s, %s"],
    },
    {
      claim: "| `network.insecure` | Plain http is refused except to this machine. Use https. |",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "is refused to any other: %s",
        "is spoken to this machine: %s",
      ],
    },
    {
      claim:
        "| `network.offline` | A refresh was asked for with `--offline` or `MODELFORGE_OFFLINE=1`. Leave one out. |",
      heldBy: ["test/network/offline.test.ts", "refresh-cache fails and says how to go online"],
    },
    {
      claim:
        "| `cache.busy` | Another process is refreshing and not done. Try again in a moment. |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "fails with cache.busy where another is not done in time",
      ],
    },
    {
      claim:
        "| `catalog.not-json` | The source sent something else than JSON, often a login page or a proxy's notice.",
      heldBy: ["src/modelsdev/fetch.test.ts", "refuses an answer of type %s"],
    },
    {
      claim:
        "| `catalog.not-json` | The source sent something else than JSON, often a login page or a proxy's notice.",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim: "| `catalog.broken` | What the source sent is no catalog, cannot be decompressed,",
      heldBy: [
        "test/faults/odd-answers.test.ts",
        "ends in time after %s, says why, and leaves the older catalog in charge",
      ],
    },
    {
      claim: "| `catalog.broken` | What the source sent is no catalog, cannot be decompressed,",
      heldBy: [
        "test/faults/refresh.test.ts",
        "ends in time with ${code}, and the older catalog still answers",
      ],
    },
    {
      claim: "or holds more than 600,000 models; an older one answers where there is one.",
      heldBy: [
        "test/promises/limits.test.ts",
        "of more than 600,000 models is broken, and one of as many is not",
      ],
    },
    {
      claim: "| `catalog.too-large` | More than 64 MiB came.",
      heldBy: [
        "src/system/real/decode.test.ts",
        "stops as soon as more comes than is allowed, however small it was packed",
      ],
    },
    {
      claim: "| `catalog.too-large` | More than 64 MiB came.",
      heldBy: [
        "test/promises/limits.test.ts",
        "may take 64 MiB on its way, whatever it was packed to",
      ],
    },
    {
      claim:
        "| `catalog.shrunken` | More than half of the models or providers are gone, which is mostly an accident. If it is right, `modelforge refresh-cache --accept-shrink` takes it. |",
      heldBy: ["src/modelsdev/shrink.test.ts", "where %s"],
    },
    {
      claim:
        "| `catalog.shrunken` | More than half of the models or providers are gone, which is mostly an accident. If it is right, `modelforge refresh-cache --accept-shrink` takes it. |",
      heldBy: ["test/faults/refresh.test.ts", "is kept aside, and taken once that is asked for"],
    },
    {
      claim:
        "| `catalog.unavailable` | Nothing is on disk and the network may not be asked. Run `modelforge refresh-cache` once while online. |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "offline and with no snapshot of the source, that is the failure",
      ],
    },
    {
      claim: "| `file.not-found` | The file named in `MODELFORGE_URL` is not there,",
      heldBy: [examples, "MODELFORGE_URL=./nowhere.json modelforge list"],
    },
    {
      claim: "or there is no place for a cache: set `MODELFORGE_CACHE_DIR`. |",
      heldBy: ["test/faults/narrow-places.test.ts", "has a calm answer to cache %s"],
    },
    {
      claim: "| `file.unreadable` | Check that it is a file and that you may read it. |",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "or a device under any other name is refused, and nothing waits for it",
      ],
    },
    {
      claim:
        "| `file.too-large` | A file you named is larger than anything ModelForge reads of its kind. The limit is in the message. |",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "is refused where it is larger than 256 MiB",
      ],
    },
    {
      claim:
        "| `file.unwritable` | Free some space, or set `MODELFORGE_CACHE_DIR` to a directory you can write to. Answers work without a cache.",
      heldBy: [
        "test/faults/places.test.ts",
        "from a full disk",
        "from a read-only cache directory",
      ],
    },
    {
      claim:
        "| `file.unwritable` | Free some space, or set `MODELFORGE_CACHE_DIR` to a directory you can write to. Answers work without a cache.",
      heldBy: [
        "test/faults/narrow-places.test.ts",
        "that became read-only fails a refresh-cache, whose whole work would be lost",
      ],
    },
    {
      claim: "Of standard output it means that the answer is not there, or not all of it. |",
      heldBy: [
        "test/cli/outputs-that-fail.test.ts",
        "is said in a sentence with exit 7, whichever of ${asked.length} commands and formats",
        "is said with exit 7: list %s",
      ],
    },
    {
      claim:
        "| `cache.damaged` | `modelforge refresh-cache` writes the cache anew. Questions are answered without it. |",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
  ],
  plain: [
    {
      says: "More on [proxies and certificates](cache-and-offline.md#proxies-and-certificates).",
      because: "pointer",
    },
    { says: "Open the address in a browser, or correct `MODELFORGE_URL`. |", because: "advice" },
    {
      says: "Try again. If it stays, something on the way alters the data, or `MODELFORGE_URL` names another document. |",
      because: "advice",
    },
    { says: "`MODELFORGE_URL` does not point at a catalog. |", because: "advice" },
  ],
};
