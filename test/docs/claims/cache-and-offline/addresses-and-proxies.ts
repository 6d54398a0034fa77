import type { PageClaims } from "../claim.ts";

export const cacheAndOfflineAddressesAndProxies: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
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
      heldBy: ["src/modelsdev/refresh/fetch.test.ts", "does not follow a redirect to %s, %s"],
    },
    {
      claim:
        "A name and password in the address (`https://name:password@mirror.example`) and a query (`https://mirror.example/?token=…`) are sent to that host,",
      heldBy: ["src/modelsdev/refresh/fetch.test.ts", "carries the credentials of %s"],
    },
    {
      claim:
        "A name and password in the address (`https://name:password@mirror.example`) and a query (`https://mirror.example/?token=…`) are sent to that host,",
      heldBy: ["src/modelsdev/source.test.ts", "reads %j as %s"],
    },
    {
      claim: "once where they are refused,",
      heldBy: ["test/network/refused-credentials.test.ts", "is shown %s once: %i"],
    },
    {
      claim: "and shown and written down nowhere:",
      heldBy: [
        "test/network/secrets.test.ts",
        "is neither said nor written down by %s",
        "where the mirror answers with %s",
      ],
    },
    {
      claim: "an address is shown as `https://mirror.example?…`.",
      heldBy: ["src/system/address.test.ts", "shows %j without anything secret"],
    },
    {
      claim: "The same holds for what a path has behind `%3F`, or in a parameter like `;token=…`.",
      heldBy: ["src/system/address.test.ts", "shows %j without anything secret"],
    },
    {
      claim:
        "Signs with a meaning of their own are written in percent: `%40` for `@`, `%3A` for `:`, `%2F` for `/`, `%3F` for `?`, `%23` for `#`.",
      heldBy: ["src/modelsdev/refresh/fetch.test.ts", "carries the credentials of %s"],
    },
    {
      claim:
        "What looks like an address but cannot be read as one is refused, and not taken for the name of a file.",
      heldBy: ["src/system/address.test.ts", "text that looks like an address gone wrong"],
    },
    {
      claim:
        "What looks like an address but cannot be read as one is refused, and not taken for the name of a file.",
      heldBy: ["src/modelsdev/source.test.ts", "is refused without showing its password: %s"],
    },
    {
      claim: "Another query is another source with a cache of its own;",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "has another cache for another query, whose name tells nobody the query",
      ],
    },
    {
      claim: "another name or password is not.",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "keeps credentials for the request and shows them nowhere",
      ],
    },
    {
      claim:
        "What the folder of such a source is called depends on a random number in the cache, `query-salt`, so that it tells nobody the query.",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "has another cache for another query, whose name tells nobody the query",
      ],
    },
    {
      claim:
        "What the folder of such a source is called depends on a random number in the cache, `query-salt`, so that it tells nobody the query.",
      heldBy: ["src/modelsdev/disk/query-salt.test.ts", "is another in another cache"],
    },
    {
      claim:
        "Where that file cannot be read or written, nothing is kept of such a source, and a warning says so.",
      heldBy: [
        "test/faults/query-salt.test.ts",
        "makes no cache and says why with each answer: %s",
      ],
    },
    {
      claim:
        "Where it is lost, another is made, and `cache prune` removes what was kept with the one before.",
      heldBy: [
        "test/faults/query-salt.test.ts",
        "is made anew where it was %s, said once, and prune removes what nobody can find any more",
      ],
    },
    {
      claim:
        "The proxy variables are those of curl, in lower and upper case; lower case goes first, and an empty variable counts as none.",
      heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
    },
    {
      claim:
        "The proxy variables are those of curl, in lower and upper case; lower case goes first, and an empty variable counts as none.",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim: "| `https_proxy`, `HTTPS_PROXY` | https, so every source but one on this machine |",
      heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
    },
    {
      claim: "| `https_proxy`, `HTTPS_PROXY` | https, so every source but one on this machine |",
      heldBy: [
        "test/network/tls.test.ts",
        "goes through HTTPS_PROXY and trusts what %s names",
        "takes https_proxy in lower case as well",
      ],
    },
    {
      claim:
        "| `http_proxy`, `HTTP_PROXY` | plain http alone, which goes to this machine only, and so through no proxy: for https it does nothing |",
      heldBy: [
        "src/system/real/http-proxy.test.ts",
        "of %s under %j is %s",
        "is none wherever plain http is spoken",
      ],
    },
    {
      claim: "| `all_proxy`, `ALL_PROXY` | whatever has no variable of its own |",
      heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
    },
    {
      claim: "| `no_proxy`, `NO_PROXY` | hosts that are reached without a proxy |",
      heldBy: ["test/network/tls.test.ts", "leaves the proxy out for hosts in NO_PROXY"],
    },
    {
      claim:
        "A proxy is written `http://proxy.example:3128`, `https://proxy.example` where it is spoken to over TLS, or `proxy.example:3128`.",
      heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
    },
    {
      claim:
        "A proxy is written `http://proxy.example:3128`, `https://proxy.example` where it is spoken to over TLS, or `proxy.example:3128`.",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim: "Without a port it is 1080, or 443 over TLS.",
      heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
    },
    {
      claim:
        "`http://name:password@proxy.example:3128` gives credentials, with special signs in percent; only a plain name and password (Basic) can be given.",
      heldBy: ["src/system/real/http-proxy.test.ts", "credentials of a proxy"],
    },
    {
      claim:
        "`http://name:password@proxy.example:3128` gives credentials, with special signs in percent; only a plain name and password (Basic) can be given.",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim:
        "Kinds other than http and https, such as `socks5`, are an error that names the variable.",
      heldBy: ["src/system/real/http-proxy.test.ts", "is named with its scheme: %s"],
    },
    {
      claim: "`NO_PROXY` is a list with commas or spaces.",
      heldBy: [
        "src/system/real/http-no-proxy.test.ts",
        "a list of hosts that are reached without a proxy",
      ],
    },
    {
      claim:
        "`mirror.example` and `.mirror.example` stand for that host and all below it, `mirror.example:8443` for one port, `10.0.0.0/8` and `fd00::/8` for a block of addresses, and `*` for every host.",
      heldBy: [
        "src/system/real/http-no-proxy.test.ts",
        "a list of hosts that are reached without a proxy",
      ],
    },
    {
      claim:
        "All of `127.0.0.0/8`, `[::1]`, `localhost` and names that end in `.localhost` are this machine and never go through a proxy.",
      heldBy: ["src/system/real/http-proxy.test.ts", "is none for %s, which is this machine"],
    },
    {
      claim:
        "All of `127.0.0.0/8`, `[::1]`, `localhost` and names that end in `.localhost` are this machine and never go through a proxy.",
      heldBy: ["test/network/tls.test.ts", "never sends what is on this machine through the proxy"],
    },
    {
      claim: "No resolver is asked for these names.",
      heldBy: [
        "src/system/real/http-lookup.test.ts",
        "is this machine, whatever a resolver would say: %s",
      ],
    },
    {
      claim:
        "If your company's proxy or mirror has a certificate of its own authority, name the authority's certificate file in `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`.",
      heldBy: ["test/network/tls.test.ts", "goes through HTTPS_PROXY and trusts what %s names"],
    },
    {
      claim: "It is trusted besides the ones Node knows.",
      heldBy: [
        "test/network/tls.test.ts",
        "trusts what SSL_CERT_FILE names besides what Node trusts by itself",
      ],
    },
    {
      claim: "Checks are never switched off, by `NODE_TLS_REJECT_UNAUTHORIZED=0` neither.",
      heldBy: [
        "test/network/unreadable-settings.test.ts",
        "does not switch off certificates, for a program that has NODE_TLS_REJECT_UNAUTHORIZED=0",
      ],
    },
    {
      claim: "Checks are never switched off, by `NODE_TLS_REJECT_UNAUTHORIZED=0` neither.",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim:
        "In a program with that variable the library warns of nothing, and the program's own connections go on as they would.",
      heldBy: [
        "test/network/unreadable-settings.test.ts",
        "does not switch off certificates, for a program that has NODE_TLS_REJECT_UNAUTHORIZED=0",
        "still holds for a program's own connections, of which Node warns",
      ],
    },
    {
      claim:
        "One of these variables that cannot be read costs nobody an answer from disk: only what needs the network fails, and names it.",
      heldBy: [
        "test/network/unreadable-settings.test.ts",
        "is not noticed where the cache answers: %s=%s",
        "is named by refresh-cache, and asks nobody: %s=%s",
      ],
    },
    {
      claim:
        "A variable of ModelForge's own that is not understood fails every question to the catalog, with exit code 2.",
      heldBy: ["test/cli/broken-variables.test.ts", "is named by what asks the catalog: %s=%s"],
    },
    {
      claim: "All variables stand in the [reference](../reference/environment.md).",
      heldBy: ["test/docs/reference.test.ts", "has every environment variable that the code names"],
    },
  ],
  plain: [],
};
