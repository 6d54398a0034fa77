import { type PageClaims, programs } from "../claim.ts";

const system = "src/testing/fake-system.test.ts";
const faults = "src/testing/fake/file-faults.test.ts";

export const libraryTesting: PageClaims = {
  page: "docs/guide/library.md",
  claims: [
    {
      claim: "A program that uses ModelForge can be tested on a machine that is made up.",
      heldBy: [
        "test/package/consumer.test.ts",
        "tests a program without network and disk, through import and through require",
      ],
    },
    {
      claim: "`createFakeSystem` makes one, and a client takes it as `system`:",
      heldBy: [programs, 'import { createFakeSystem } from "modelforge/testing";'],
    },
    {
      claim: "It has no file, no variable and no host but those you give it.",
      heldBy: [
        system,
        "has no network but what is served, and no catalog but what came with it",
        "knows the variables of that machine alone",
      ],
    },
    {
      claim: "Waiting takes no time: the clock goes on to what is waited for.",
      heldBy: [
        "test/contracts/clock.test.ts",
        "by itself passes a year of waiting at once, in the order of what is due",
      ],
    },
    {
      claim:
        "What it does not know, a slip of the pen in an option or an answer, is `usage.bad-value`.",
      heldBy: [system, "is refused where it is %s"],
    },
    {
      claim: "What fails on it fails with the same codes and words as on a real one;",
      heldBy: [
        "test/contracts/files-read.ts",
        "says the path and the system's word where it fails",
      ],
    },
    {
      claim:
        "What it does not know, a slip of the pen in an option or an answer, is `usage.bad-value`.",
      heldBy: [system, "is refused where it is %s"],
    },
    {
      claim: "What fails on it fails with the same codes and words as on a real one;",
      heldBy: ["test/contracts/http.ts", "says that nobody listens"],
    },
    {
      claim: "both pass the same tests.",
      heldBy: ["test/contracts/files-alike.test.ts", "answer every sequence of operations alike"],
    },
    {
      claim: "both pass the same tests.",
      heldBy: ["test/contracts/terminal.test.ts", "this machine", "a machine made up"],
    },
    {
      claim:
        "`clock`: `advance(ms)` lets time pass; `set(moment)` sets the clock and moves nobody's wait; with `byHand: true` nothing else moves it.",
      heldBy: [
        "test/contracts/clock.test.ts",
        "shows the moment at which something was due to whoever waited for it",
        "that is set makes nobody wait longer or shorter",
      ],
    },
    {
      claim:
        "`files`: `put`, `text`, `paths`, `link` and others arrange and look; `arm` lets an operation fail, tear what it writes or kill the process; `fillUp` and `protect` make a disk full or read-only.",
      heldBy: [
        faults,
        "meets the operation of that number, and as many after it as it is told",
        "tears what is written: some of it is there",
        "%s its number %i leaves what others can see then",
        "takes what there is room for, and more once something is removed",
        "can be read and not changed, until it no longer is",
      ],
    },
    {
      claim:
        "`http`: `serve(address, ...answers)` gives status, headers, pieces, ETags, delays and failures; `requests` is what was asked for.",
      heldBy: [
        "test/contracts/http.ts",
        "gives status, headers in lower case and the whole body",
        "confirms what has not changed with 304 and no body",
      ],
    },
    {
      claim:
        "`http`: `serve(address, ...answers)` gives status, headers, pieces, ETags, delays and failures; `requests` is what was asked for.",
      heldBy: [
        "test/contracts/http.test.ts",
        "gives one answer after the other, and the last for ever",
        "takes as long as it is told, by its own clock",
        "fails with %s as %s",
        "records who asked for what, when, and what came of it, without the password",
      ],
    },
    {
      claim:
        "`terminal`: `type(keys)` and `resize`; `out.text`, `err.text`, `questions` and `pages` are what was seen.",
      heldBy: ["test/contracts/terminal.test.ts", "keeps what was asked, written and shown"],
    },
    {
      claim:
        "`environment`, `process`, `installation`: variables and directories; Ctrl-C, `kill()`, programs that were `started`; the snapshot that came along.",
      heldBy: [
        "test/contracts/environment.test.ts",
        "an environment made up has nothing of this machine's, and can be changed",
      ],
    },
    {
      claim:
        "`environment`, `process`, `installation`: variables and directories; Ctrl-C, `kill()`, programs that were `started`; the snapshot that came along.",
      heldBy: [
        "test/contracts/process.test.ts",
        "says whether anybody listened to Ctrl-C",
        "that is killed does nothing to files any more",
      ],
    },
    {
      claim:
        "`startAnother()` is another process on the same machine, beside the first, or after it where that was killed.",
      heldBy: [system, "is beside another on the same machine: one of them fetches"],
    },
    {
      claim:
        "`startAnother()` is another process on the same machine, beside the first, or after it where that was killed.",
      heldBy: [
        "test/faults/kill-at-each-step.test.ts",
        "%s each of its steps leaves the old or the new catalog, whole, and holds nobody up",
      ],
    },
  ],
  plain: [],
};
