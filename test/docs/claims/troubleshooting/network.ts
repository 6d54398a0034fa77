import type { PageClaims } from "../claim.ts";

export const troubleshootingNetwork: PageClaims = {
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
      claim:
        "Where the message names a proxy and its variable, that proxy is not reached, or does not reach the source.",
      heldBy: [
        "src/system/real/http-errors.test.ts",
        "is the proxy and its variable where the proxy is not reached",
      ],
    },
    {
      claim:
        "Where the message names a proxy and its variable, that proxy is not reached, or does not reach the source.",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
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
        "| `network.garbled` | The answer, of the source or of the proxy, breaks the rules of HTTP: a control character in its head, a bad chunk, two lengths, too many headers, 100 or 101 unasked. Try again. If it stays, the server or something on the way is broken.",
      heldBy: [
        "src/system/real/http-errors.test.ts",
        "an answer that is not HTTP",
        "is asked for again only where a part of it was HTTP",
      ],
    },
    {
      claim:
        "| `network.garbled` | The answer, of the source or of the proxy, breaks the rules of HTTP: a control character in its head, a bad chunk, two lengths, too many headers, 100 or 101 unasked. Try again. If it stays, the server or something on the way is broken.",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim: "When you sign in: what answers there is no place to sign in. |",
      heldBy: [
        "src/credentials/device/sign-in.test.ts",
        "ends with a word of its own where the answer is %s",
      ],
    },
    {
      claim:
        "| `network.not-http` | Something else answers at that port, ssh for example, or TLS where plain http was asked for. Check the address, its port, and `http` against `https`. |",
      heldBy: ["src/system/real/http-errors.test.ts", "an answer that is not HTTP"],
    },
    {
      claim:
        "| `network.not-http` | Something else answers at that port, ssh for example, or TLS where plain http was asked for. Check the address, its port, and `http` against `https`. |",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim:
        "| `network.tls-failed` | What answers speaks no TLS at that port, only versions or ciphers that Node.js does not, only HTTP/2, or wants a certificate of yours. The message says which; check the address and its port. |",
      heldBy: ["src/system/real/http-errors.test.ts", "an error with a code"],
    },
    {
      claim:
        "| `network.tls-failed` | What answers speaks no TLS at that port, only versions or ciphers that Node.js does not, only HTTP/2, or wants a certificate of yours. The message says which; check the address and its port. |",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim:
        "| `network.untrusted-certificate` | The message says why. Expired or not yet valid: check this machine's clock. No authority known here: your company's proxy or mirror uses its own, so name its certificate in `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`. For another host: check the address. `NODE_TLS_REJECT_UNAUTHORIZED=0` does not help, certificates are always checked. |",
      heldBy: [
        "test/network/tls.test.ts",
        "refuses a certificate nobody vouches for and names the variables that would",
        "refuses a certificate that is trusted but of another host",
        "goes through HTTPS_PROXY and trusts what %s names",
      ],
    },
    {
      claim:
        "| `network.untrusted-certificate` | The message says why. Expired or not yet valid: check this machine's clock. No authority known here: your company's proxy or mirror uses its own, so name its certificate in `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`. For another host: check the address. `NODE_TLS_REJECT_UNAUTHORIZED=0` does not help, certificates are always checked. |",
      heldBy: ["test/network/proxy-and-tls.test.ts", "proxies and TLS"],
    },
    {
      claim:
        "| `network.untrusted-certificate` | The message says why. Expired or not yet valid: check this machine's clock. No authority known here: your company's proxy or mirror uses its own, so name its certificate in `NODE_EXTRA_CA_CERTS` or `SSL_CERT_FILE`. For another host: check the address. `NODE_TLS_REJECT_UNAUTHORIZED=0` does not help, certificates are always checked. |",
      heldBy: [
        "src/system/real/http-errors.test.ts",
        "is told where NODE_TLS_REJECT_UNAUTHORIZED does not help, there and nowhere else",
      ],
    },
    {
      claim:
        "| `network.proxy-refused` | With 407 the proxy wants a name and password, or others than it was given: write them into the variable that the message names, as `http://name:password@proxy.example:3128`. With another status it does not let the request through: ask whoever runs it. Credentials that were refused are not sent again by themselves for an hour. |",
      heldBy: [
        "src/system/real/http-proxy-answer.test.ts",
        "%i with %j is told with its proxy",
        "are not sent again once they were refused",
      ],
    },
    {
      claim:
        "| `network.proxy-refused` | With 407 the proxy wants a name and password, or others than it was given: write them into the variable that the message names, as `http://name:password@proxy.example:3128`. With another status it does not let the request through: ask whoever runs it. Credentials that were refused are not sent again by themselves for an hour. |",
      heldBy: [
        "src/modelsdev/journal.test.ts",
        "waits an hour after %s, as credentials that are sent too often lock an account",
      ],
    },
    {
      claim:
        "| `network.bad-setting` | A proxy variable is not understood, or names a kind of proxy that ModelForge does not speak, such as `socks5`. It is named. Answers from disk go on without it. |",
      heldBy: [
        "src/system/real/http-proxy.test.ts",
        "is named with its scheme: %s",
        "is named and nothing of it shown: %s",
      ],
    },
    {
      claim:
        "| `network.bad-setting` | A proxy variable is not understood, or names a kind of proxy that ModelForge does not speak, such as `socks5`. It is named. Answers from disk go on without it. |",
      heldBy: [
        "test/network/unreadable-settings.test.ts",
        "is not noticed where the cache answers: %s=%s",
      ],
    },
    {
      claim:
        "| `network.failed` | The request failed in a way that ModelForge has no name for. The code in parentheses is the system's. Try again. |",
      heldBy: ["src/system/real/http-errors.test.ts", "an error with a code"],
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
        "| `network.refused` | The source answers with a client error. With 401 or 403 the mirror wants other credentials, which are sent once only; with 404 `MODELFORGE_URL` is wrong. |",
      heldBy: [
        "src/modelsdev/refresh/http-status.test.ts",
        "takes %i for %s, worth another try: %s",
        "points at credentials where they are wanted, and says where they were refused",
      ],
    },
    {
      claim:
        "| `network.refused` | The source answers with a client error. With 401 or 403 the mirror wants other credentials, which are sent once only; with 404 `MODELFORGE_URL` is wrong. |",
      heldBy: ["test/network/refused-credentials.test.ts", "is shown %s once: %i"],
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
      heldBy: ["src/modelsdev/refresh/fetch.test.ts", "does not follow a redirect to %s, %s"],
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
        "| `cache.busy` | Another process is refreshing, clearing or pruning the cache and not done. Try again in a moment. If none is: one that was stopped (Ctrl-Z) keeps its turn for a minute; `refresh.lock/holder` in the folder that `cache path --source` names says which. |",
      heldBy: [
        "test/promises/what-answers.test.ts",
        "fails with cache.busy where another is not done in time",
      ],
    },
  ],
  plain: [
    {
      says: "More on [proxies and certificates](cache-and-offline.md#proxies-and-certificates).",
      because: "pointer",
    },
  ],
};
