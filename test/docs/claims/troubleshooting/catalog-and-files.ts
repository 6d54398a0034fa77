import { examples, type PageClaims } from "../claim.ts";

export const troubleshootingCatalogAndFiles: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim:
        "| `catalog.not-json` | The source sent something else than JSON, often a login page or a proxy's notice.",
      heldBy: ["src/modelsdev/refresh/fetch.test.ts", "refuses an answer of type %s"],
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
      heldBy: ["src/modelsdev/refresh/shrink.test.ts", "where %s"],
    },
    {
      claim:
        "| `catalog.shrunken` | More than half of the models or providers are gone, which is mostly an accident. If it is right, `modelforge refresh-cache --accept-shrink` takes it. |",
      heldBy: ["test/faults/refresh.test.ts", "is kept aside, and taken once that is asked for"],
    },
    {
      claim:
        "| `catalog.off` | The catalog is switched off by `catalog.enabled` or `MODELFORGE_FEATURE_CATALOG`, and your configuration alone cannot tell. The message names what is lacking, the hint how to switch it on. |",
      heldBy: [
        "test/configuration/without-catalog.test.ts",
        "%s says what it lacks, and what switched it off",
      ],
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
      claim:
        "| `file.unreadable` | Check that it is a file and that you may read it. A file named by `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS` has to hold certificates in PEM form, all of them whole. |",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "or a device under any other name is refused, and nothing waits for it",
      ],
    },
    {
      claim:
        "| `file.unreadable` | Check that it is a file and that you may read it. A file named by `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS` has to hold certificates in PEM form, all of them whole. |",
      heldBy: [
        "src/system/real/http-certificates.test.ts",
        "is named with its variable where it cannot be used, and nothing is waited for",
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
        "| `file.busy` | Another process is changing your configuration, or what is kept of credentials, and is not done.",
      heldBy: [
        "src/places/wait-for-lock.test.ts",
        "ends with exit 7 where another is not done in time",
      ],
    },
    {
      claim: "Try again in a moment. |",
      heldBy: ["src/places/wait-for-lock.test.ts", "is given to the next once the other is done"],
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
    { says: "Open the address in a browser, or correct `MODELFORGE_URL`. |", because: "advice" },
    {
      says: "Try again. If it stays, something on the way alters the data, or `MODELFORGE_URL` names another document. |",
      because: "advice",
    },
    { says: "`MODELFORGE_URL` does not point at a catalog. |", because: "advice" },
  ],
};
