import type { PageClaims } from "../claim.ts";

export const cacheAndOfflineSources: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    {
      claim: "`MODELFORGE_URL` names the source:",
      heldBy: ["src/modelsdev/settings.test.ts", "reads every variable"],
    },
    {
      claim:
        "| `https://mirror.example` | `https://mirror.example/api.json`, and `models.json` beside it |",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "reads %j as %s",
        "has facts beside an api.json, and none beside anything else",
      ],
    },
    {
      claim:
        "| `https://mirror.example/some/api.json` | that document, and `models.json` beside it |",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "reads %j as %s",
        "has facts beside an api.json, and none beside anything else",
      ],
    },
    {
      claim:
        "| `https://mirror.example/catalog.json` | that document; it carries prices and facts together |",
      heldBy: [
        "test/network/client.test.ts",
        "for a full address of catalog.json is the only one, as facts come with it",
      ],
    },
    {
      claim: "| `./api.json` | that file, and `models.json` beside it where there is one |",
      heldBy: ["src/modelsdev/source.test.ts", "is any path", "has facts beside an api.json only"],
    },
    {
      claim: "| `./api.json` | that file, and `models.json` beside it where there is one |",
      heldBy: ["test/contracts/file-and-server.test.ts", "gives equal answers to %s"],
    },
    {
      claim:
        "| `./catalog.json`, or any other name | that file; facts are taken from it if it has them |",
      heldBy: ["src/modelsdev/source.test.ts", "has facts beside an api.json only"],
    },
    {
      claim:
        "| `./catalog.json`, or any other name | that file; facts are taken from it if it has them |",
      heldBy: [
        "src/catalog/parse/catalog.test.ts",
        "reads catalog.json, its facts before those beside it",
      ],
    },
    {
      claim: "Without it `info` has no such lines, and everything else works.",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "takes the prices although the facts beside them %s",
      ],
    },
    {
      claim:
        "A file is looked at by every command and read again when its size, one of its times or its number has changed, whatever date it was given.",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "is looked at by every command, and read again when its size or one of its times has changed",
      ],
    },
    {
      claim: "It is never stale and needs no refresh.",
      heldBy: [
        "src/modelsdev/stamp.test.ts",
        "is never stale for a file, which each command looks at",
      ],
    },
    {
      claim:
        "`-`, `/dev/stdin` and `/dev/fd/3` may be pipes, and are read each time: `curl … | MODELFORGE_URL=- modelforge list`.",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "is read each time as -, /dev/stdin and /dev/fd/3",
      ],
    },
    {
      claim: "A prompt cannot come the same way: standard input can be read once only.",
      heldBy: [
        "test/faults/piped.test.ts",
        "that comes the same way as the catalog is refused: standard input can be read once only",
      ],
    },
    {
      claim:
        "A catalog that is not UTF-8 is named as such, with the place of the first byte that is not.",
      heldBy: [
        "src/modelsdev/body.test.ts",
        "says of a catalog in %s that it is not UTF-8, and where",
      ],
    },
    {
      claim: "A pipe or a device under any other name is refused,",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "or a device under any other name is refused, and nothing waits for it",
      ],
    },
    {
      claim: "and so is a file of more than 256 MiB.",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "is refused where it is larger than 256 MiB",
      ],
    },
  ],
  plain: [
    { says: "`api.json` holds providers, models and prices.", because: "fact" },
    {
      says: "`models.json` holds facts about models whoever sells them: benchmarks, licence, links and weights.",
      because: "fact",
    },
  ],
};
