import type { FailureCode } from "./failure.ts";

/** What each failure means, for the reference. A new code does not compile before it has a line here. */
export const failureMeanings: Readonly<Record<FailureCode, string>> = {
  "internal.bug": "a defect of ModelForge",
  "usage.unknown-command": "no command of that name; the nearest are named",
  "usage.unknown-option": "the command has no such flag; the nearest are named",
  "usage.missing-argument": "something the command needs was not given",
  "usage.bad-value": "a value of a flag, of a variable or from a program is not understood",
  "usage.confirmation-needed": "something would be removed, and nobody could be asked",
  "usage.needs-terminal": "the command is a conversation, and nobody is at a terminal",
  "model.not-found": "no model of that name; the nearest are in details.nearest",
  "model.ambiguous":
    "several providers sell a bare id and none of them made it; they are in details.candidates",
  "provider.not-found": "no provider of that name; the nearest are in details.nearest",
  "generation.not-found": "no such generation in the cache",
  "credential.missing": "no credential of that provider or name is at hand",
  "credential.locked":
    "credentials are kept encrypted, and what opens them was not given or is another",
  "credential.no-application":
    "signing in takes an OAuth application of your own, and none is named, or it may not do that",
  "credential.refused": "signing in was declined, or what came of it is no longer taken",
  "credential.expired":
    "a code was not entered in time, or a sign-in is over; what to do is to sign in again",
  "credential.keychain-unusable":
    "a key is in the keychain of the system, or is to go there, and that is locked, silent or not there",
  "credential.store-unusable":
    "credentials are kept where others may write, or by a newer version; nothing was changed",
  "credential.host-untrusted":
    "a credential would go to a host that it does not belong to; nothing was sent",
  "network.offline": "the network was needed and forbidden",
  "network.unreachable": "no connection to the source",
  "network.timed-out": "the source was not done in time",
  "network.interrupted": "the connection broke in the middle of the answer",
  "network.garbled":
    "the answer of the source, or of the proxy, breaks the rules of HTTP, or is none to what was asked",
  "network.not-http": "what answers does not speak HTTP",
  "network.tls-failed": "no TLS connection could be agreed on, or what answers does not speak TLS",
  "network.untrusted-certificate": "the certificate of the source, or of the proxy, is not trusted",
  "network.proxy-refused": "the proxy wants credentials, or does not let the request through",
  "network.failed": "the request failed in a way ModelForge has no name for",
  "network.rate-limited": "the source answers 429",
  "network.refused": "the source answers with another client error",
  "network.server-failed": "the source answers with a server error",
  "network.redirected": "the source redirects to where ModelForge does not follow",
  "network.insecure": "plain http to another machine",
  "network.bad-setting": "a variable that says how to reach the network is not understood",
  "catalog.not-json": "the source sends something else than JSON",
  "catalog.broken": "what the source sent is no catalog",
  "catalog.too-large": "the source sends more than 64 MiB",
  "catalog.shrunken": "the catalog lost more than half of what it had, and was refused",
  "catalog.off": "the catalog is switched off, and what was asked for needs it",
  "catalog.unavailable": "nothing is on disk, and the network may not be asked",
  "file.not-found": "a file that was named does not exist",
  "file.unreadable": "a file cannot be read",
  "config.unreadable": "a file of the configuration is none; it is left as it is",
  "config.not-set": "the configuration says nothing of that name",
  "file.too-large": "a file that was named holds more than is read",
  "file.unwritable": "a file cannot be written",
  "file.busy":
    "another process is changing the configuration, or what is kept of credentials, and not done",
  "cache.busy": "another process is refreshing, clearing or pruning the cache and not done",
  "cache.damaged": "a file of the cache is not as it was written",
  cancelled: "Ctrl-C, or no to a question",
};
