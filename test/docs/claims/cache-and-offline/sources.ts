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
        "A file is looked at by every command and read again when its size or time has changed.",
      heldBy: [
        "test/promises/files-and-pipes.test.ts",
        "is looked at by every command, and read again when its size or time has changed",
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
    {
      claim: "A mirror must speak https with a trusted certificate.",
      heldBy: [
        "test/network/tls.test.ts",
        "refuses a certificate nobody vouches for and names the variables that would",
      ],
    },
    {
      claim: "A mirror must speak https with a trusted certificate.",
      heldBy: ["test/network/client.test.ts", "is never made in plain http to another machine"],
    },
    {
      claim: "Plain http is allowed to this machine only.",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "is spoken to this machine: %s",
        "is refused to any other: %s",
      ],
    },
    {
      claim: "Redirects are followed to the same host over https.",
      heldBy: [
        "test/faults/refresh-outcomes.test.ts",
        "follows a redirect to another path of the same host",
      ],
    },
    {
      claim: "Redirects are followed to the same host over https.",
      heldBy: ["src/modelsdev/fetch.test.ts", "does not follow a redirect to %s, %s"],
    },
    {
      claim:
        "A name and password in the address (`https://name:password@mirror.example`) are sent to that host and shown nowhere.",
      heldBy: ["src/modelsdev/fetch.test.ts", "carries the credentials of %s"],
    },
    {
      claim:
        "A name and password in the address (`https://name:password@mirror.example`) are sent to that host and shown nowhere.",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "keeps credentials for the request and shows them nowhere",
      ],
    },
    {
      claim:
        "A name and password in the address (`https://name:password@mirror.example`) are sent to that host and shown nowhere.",
      heldBy: ["test/network/secrets.test.ts", "is neither said nor written down by %s"],
    },
    {
      claim: "`HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are honoured,",
      heldBy: [
        "test/network/tls.test.ts",
        "goes through HTTPS_PROXY and trusts what %s names",
        "leaves the proxy out for hosts in NO_PROXY",
      ],
    },
    {
      claim: "`HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are honoured,",
      heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
    },
    {
      claim: "in lower case too.",
      heldBy: ["test/network/tls.test.ts", "takes https_proxy in lower case as well"],
    },
    {
      claim: "`localhost` and 127.0.0.1 never go through a proxy.",
      heldBy: ["test/network/tls.test.ts", "never sends what is on this machine through the proxy"],
    },
    {
      claim: "`localhost` and 127.0.0.1 never go through a proxy.",
      heldBy: ["src/system/real/http-proxy.test.ts", "is none for %s, which is this machine"],
    },
    {
      claim:
        "If your company's proxy or mirror has a certificate of its own authority, name the authority's certificate file in `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`.",
      heldBy: ["test/network/tls.test.ts", "goes through HTTPS_PROXY and trusts what %s names"],
    },
    {
      claim: "It is trusted besides the ones Node knows.",
      heldBy: [
        "src/system/real/http-certificates.test.ts",
        "are those of SSL_CERT_FILE besides Node's own, each once",
      ],
    },
    {
      claim: "Checks are never switched off.",
      heldBy: [
        "test/network/tls.test.ts",
        "refuses a certificate nobody vouches for and names the variables that would",
        "refuses a certificate that is trusted but of another host",
      ],
    },
    {
      claim: "Checks are never switched off.",
      heldBy: [
        "test/network/unreadable-settings.test.ts",
        "does not switch off certificates, for a program that has NODE_TLS_REJECT_UNAUTHORIZED=0",
      ],
    },
    {
      claim: "All variables stand in the [reference](../reference/environment.md).",
      heldBy: ["test/docs/reference.test.ts", "has every environment variable that the code names"],
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
