import type { PageClaims } from "../claim.ts";

export const discoverLeaving: PageClaims = {
  page: "docs/guide/discover.md",
  claims: [
    {
      claim: "The chosen refs go to stdout, one a line.",
      heldBy: ["test/terminal/discover.test.ts", "prints all that were marked, in that order"],
    },
    {
      claim:
        "Where that is no terminal the screen is drawn on the terminal itself, so that `model=$(modelforge discover)` works;",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "hands what is chosen to $(…), drawing on the terminal, and cannot be stopped there",
      ],
    },
    {
      claim: "Ctrl-Z does nothing there.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "hands what is chosen to $(…), drawing on the terminal, and cannot be stopped there",
      ],
    },
    {
      claim: "With `--json` it is one document with the models, like that of `list`.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "prints the chosen models as one document with --json",
      ],
    },
    {
      claim:
        "`v` and `o` print the command they stand for, `modelforge compare …` or `modelforge offers …`, and run it.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "compares what is marked, two at least",
        "shows who sells the highlighted model",
      ],
    },
    {
      claim: "`y` hands the ref to the terminal (OSC 52),",
      heldBy: [
        "test/terminal/discover.test.ts",
        "copies a ref through the terminal, and prints it afterwards for those whose terminal cannot",
      ],
    },
    {
      claim: "so the ref is printed as well when you leave.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "copies a ref through the terminal, and prints it afterwards for those whose terminal cannot",
      ],
    },
    {
      claim:
        "`a` and `u` do what [`modelforge config add` and `modelforge config use`](configuration.md) do, with their notes and questions, so that `modelforge config history` names them and `modelforge config rollback` takes them back.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "adds what is marked once that is said to be right, as config add does",
      ],
    },
    {
      claim: "What would change is shown first, and written once you say yes.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "adds what is marked once that is said to be right, as config add does",
        "makes the highlighted model the one in use, or shows what that would change",
      ],
    },
    {
      claim: "`--project` writes into the project's file, `--dry-run` only shows it.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "makes the highlighted model the one in use, or shows what that would change",
      ],
    },
    {
      claim:
        "However it is left, the terminal is as it was before: the screen, the cursor, and how it reads keys.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "after %s",
        "after a request to end",
        "after a crash: the catalog is damaged while it is looked at",
      ],
    },
    {
      claim: "It asks in lines, draws nothing over and never moves the cursor.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "searches, lists by number, shows one and gives its ref, without moving the cursor",
      ],
    },
    {
      claim: "`TERM=dumb` gets it too.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "is what a terminal gets that cannot redraw, and ends on Ctrl-C",
      ],
    },
    {
      claim:
        "Answer with words to search for them, with a number to see that model, with `more` for the next ten.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "searches, lists by number, shows one and gives its ref, without moving the cursor",
        "goes on to what did not fit, and ends with quit",
      ],
    },
    {
      claim: "Then `choose`,",
      heldBy: ["test/docs/discover.test.ts", "shows a conversation as it goes"],
    },
    {
      claim: "or Enter alone, prints the ref.",
      heldBy: [
        "test/promises/terminal.test.ts",
        "prints the ref of the model it shows once Enter alone is typed",
      ],
    },
    {
      claim:
        "Where stdin is no terminal, where there is none to draw on, and with `--no-input`, there is nobody to choose.",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "names the command that gives the same models",
        "asks nobody with --no-input, though there is a terminal",
      ],
    },
    {
      claim: "The hint is the command that gives the same models:",
      heldBy: ["src/surfaces/cli/discover/command-line.test.ts", "asks list for the same: %j"],
    },
  ],
  plain: [
    { says: "which works over ssh too.", because: "fact" },
    {
      says: "Terminals that do not know this, or are set not to allow it, do nothing,",
      because: "fact",
    },
    { says: "`--plain` is for screen readers and simple terminals.", because: "definition" },
  ],
};
