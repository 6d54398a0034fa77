import type { Promised } from "../claim.ts";

/** Environment, cache, network and library. */
export const machine: readonly Promised[] = [
  {
    promise: "A flag goes before a variable, a variable before the default",
    heldBy: ["test/promises/help.test.ts", "goes before the variable that says the same"],
  },
  {
    promise: "A flag goes before a variable, a variable before the default",
    heldBy: [
      "src/modelsdev/settings.test.ts",
      "has a default for everything",
      "reads every variable",
    ],
  },
  {
    promise: "Cache and state lie in the XDG directories",
    heldBy: [
      "src/modelsdev/settings.test.ts",
      "heeds the XDG directories, relative ones left aside as the specification wants",
    ],
  },
  {
    promise: "A variable of the project is documented, and one that is documented exists",
    heldBy: [
      "test/docs/reference.test.ts",
      "has every environment variable that the code names",
      "%s names no environment variable that does not exist",
    ],
  },
  {
    promise: "A value that cannot be read names its variable, exit 2",
    heldBy: ["src/modelsdev/settings.test.ts", "refuses %s=%s, saying how to write it"],
  },
  {
    promise: "Providers' own variables and ModelForge's hold credentials",
    heldBy: [
      "src/credentials/from-environment.test.ts",
      "with %s",
      "of %s are names a shell takes",
    ],
  },
  {
    promise: "No credential is printed or written",
    heldBy: ["test/promises/secrets.test.ts", "is never printed: %s %s"],
  },
  {
    promise: "No credential is printed or written",
    heldBy: ["test/network/secrets.test.ts", "is neither said nor written down by %s"],
  },
  {
    promise: "Proxy and certificate variables are heeded, and certificates always checked",
    heldBy: ["test/network/tls.test.ts", "goes through HTTPS_PROXY and trusts what %s names"],
  },
  {
    promise: "Proxy and certificate variables are heeded, and certificates always checked",
    heldBy: ["src/system/real/http-proxy.test.ts", "of %s under %j is %s"],
  },
  {
    promise: "Proxy and certificate variables are heeded, and certificates always checked",
    heldBy: [
      "test/network/unreadable-settings.test.ts",
      "does not switch off certificates, for a program that has NODE_TLS_REJECT_UNAUTHORIZED=0",
    ],
  },
  {
    promise: "Plain http is spoken to this machine only",
    heldBy: ["src/modelsdev/source.test.ts", "is refused to any other: %s"],
  },
  {
    promise: "No redirect off the host is followed",
    heldBy: ["src/modelsdev/refresh/fetch.test.ts", "does not follow a redirect to %s, %s"],
  },
  {
    promise: "quiet silences notes and progress, never that another catalog answers",
    heldBy: [
      "test/promises/refresh-cache.test.ts",
      "silences notes and warnings, but not that another catalog answers than the one asked for",
    ],
  },
  {
    promise:
      "A source of one's own is never answered by the snapshot of models.dev unless that is allowed",
    heldBy: [
      "test/faults/refresh-outcomes.test.ts",
      "that fails on an empty cache is the answer: the snapshot is another catalog",
      "leaves the answer to the snapshot where %s allows it, which says whose it is",
    ],
  },
  {
    promise:
      "A directory that was given is used, and nothing that ModelForge did not make is removed from it",
    heldBy: [
      "test/promises/given-directories.test.ts",
      "is used but never marked with anything else in it, and nothing of that is ever removed",
    ],
  },
  {
    promise: "A file source is looked at anew by each command",
    heldBy: [
      "test/promises/files-and-pipes.test.ts",
      "is looked at by every command, and read again when its size or one of its times has changed",
    ],
  },
  {
    promise: "Offline, no socket is opened and no program started",
    heldBy: ["test/network/offline.test.ts", "%s opens no socket and starts no program"],
  },
  {
    promise:
      "A stale catalog answers at once, and one process refreshes it in the background, never in CI",
    heldBy: [
      "test/network/background-refresh.test.ts",
      "answers at once, says its age, and exactly one refresh brings the newer behind its back",
      "by a stale answer %s, which says its age",
    ],
  },
  {
    promise: "Damage never gives a wrong answer, is named, and mends",
    heldBy: [
      "test/faults/damage.test.ts",
      "answers rightly, names it, and is healed by the next refresh, whichever file it is",
    ],
  },
  {
    promise: "A refresh that is killed leaves the old or the new catalog, whole",
    heldBy: ["test/faults/kill.test.ts", "leaves the old or the new catalog, whole"],
  },
  {
    promise: "Many processes on an empty cache make one download",
    heldBy: ["test/faults/kill.test.ts", "make one download and give thirty right answers"],
  },
  {
    promise: "A catalog that lost more than half is refused and kept aside",
    heldBy: ["test/faults/refresh.test.ts", "is kept aside, and taken once that is asked for"],
  },
  {
    promise: "Odd rows are set aside and counted, unknown fields kept and counted",
    heldBy: [
      "src/catalog/parse/catalog.test.ts",
      "sets rows aside that are no objects, are empty or far too long, and says which",
      "counts unknown fields by their path and keeps them in the record",
    ],
  },
  {
    promise: "Importing the library does no I/O",
    heldBy: ["test/package/consumer.test.ts", "does no I/O when it is imported or created"],
  },
  {
    promise: "The client has the methods that its guide lists",
    heldBy: ["test/docs/lists.test.ts", "name every method of the client"],
  },
  {
    promise: "Every failure of the library is a ModelForgeError with code, hint and details",
    heldBy: [
      "test/promises/library.test.ts",
      "is a ModelForgeError with code, message, hint and details, and failures says what to do with it",
    ],
  },
  {
    promise: "Every failure of the library is a ModelForgeError with code, hint and details",
    heldBy: [
      "test/library/inputs.test.ts",
      "%s answers or says what is wrong, whatever it is given",
    ],
  },
  {
    promise: "Every method and function of the library has its doc comment",
    heldBy: [
      "test/docs/doc-comments.test.ts",
      "have a doc comment on each method and function: %s",
    ],
  },
];
