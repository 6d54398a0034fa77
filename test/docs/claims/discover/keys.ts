import type { PageClaims } from "../claim.ts";

export const discoverKeys: PageClaims = {
  page: "docs/guide/discover.md",
  claims: [
    {
      claim: "While you type, letters go into the search.",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "takes every letter, those of commands too",
      ],
    },
    {
      claim: "Tab leads to the keys and back.",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "is gone back to from the keys by slash, Tab or Backspace",
      ],
    },
    {
      claim: "| Up, Down, Page Up, Page Down, Home, End | move the highlight |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "after %s is at %i"],
    },
    {
      claim: "| Enter | leave and print what was marked, or else the highlighted model |",
      heldBy: [
        "test/terminal/discover.test.ts",
        "prints the chosen ref",
        "prints all that were marked, in that order",
      ],
    },
    {
      claim: "| Tab | from the search to the keys, and back |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "is gone back to from the keys by slash, Tab or Backspace",
      ],
    },
    {
      claim: "| Backspace, Ctrl-W, Ctrl-U | delete a letter, a word, everything |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "edits at the end: %s"],
    },
    {
      claim: "| Esc | leave; in a menu, close it |",
      heldBy: ["test/terminal/discover.test.ts", "prints nothing on %s"],
    },
    {
      claim: "| Esc | leave; in a menu, close it |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "is left as it was by Escape, and the picker goes on",
      ],
    },
    {
      claim: "| Ctrl-C | leave with exit code 130 |",
      heldBy: ["test/terminal/discover-leaving.test.ts", "after %s"],
    },
    {
      claim: "After Tab these are keys too.",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "takes every letter, those of commands too",
        "goes round, each from its interesting end, and is turned by r",
      ],
    },
    {
      claim: "The screen shows them.",
      heldBy: ["test/terminal/discover.test.ts", "shows what there is, and what every key does"],
    },
    {
      claim: "| `p` | choose providers |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "a facet"],
    },
    {
      claim: "| `c` | choose capabilities; a model has to have all of them |",
      heldBy: [
        "test/terminal/discover.test.ts",
        "opens the options of a facet, and narrows by them",
      ],
    },
    {
      claim: "| `c` | choose capabilities; a model has to have all of them |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "a facet"],
    },
    {
      claim: "| `m` | at most so many dollars per 1M input tokens, or free |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "a facet"],
    },
    {
      claim: "| `x` | at least so much context |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "a facet"],
    },
    { claim: "| `t` | status |", heldBy: ["src/surfaces/cli/picker/press.test.ts", "a facet"] },
    {
      claim: "| `s`, `r` | the next order; the other direction |",
      heldBy: ["test/terminal/discover.test.ts", "goes through the orders, and turns them around"],
    },
    {
      claim: "| Space | mark, or take the mark away |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "are kept in the order they were made, and taken back by the same key",
      ],
    },
    {
      claim: "| `v` | leave and compare what is marked, two to eight models |",
      heldBy: ["test/terminal/discover.test.ts", "compares what is marked, two at least"],
    },
    {
      claim: "| `v` | leave and compare what is marked, two to eight models |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "stays and says why: %s"],
    },
    {
      claim: "| `v` | leave and compare what is marked, two to eight models |",
      heldBy: ["test/terminal/discover-leaving.test.ts", "compares what was marked"],
    },
    {
      claim: "| `o` | leave and show who sells the highlighted model |",
      heldBy: ["test/terminal/discover.test.ts", "shows who sells the highlighted model"],
    },
    {
      claim: "| `y` | copy the ref |",
      heldBy: [
        "test/terminal/discover.test.ts",
        "copies a ref through the terminal, and prints it afterwards for those whose terminal cannot",
      ],
    },
    {
      claim:
        "| `a` | leave and add what is marked, or the highlighted model, to the configuration |",
      heldBy: [
        "test/terminal/discover.test.ts",
        "adds what is marked once that is said to be right, as config add does",
      ],
    },
    {
      claim: "| `u` | leave and make the highlighted model the one in use |",
      heldBy: [
        "test/terminal/discover.test.ts",
        "makes the highlighted model the one in use, or shows what that would change",
      ],
    },
    {
      claim: "| Ctrl-D, Ctrl-U | half a page down; up, where there is nothing to delete |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "is gone by Ctrl-D and Ctrl-U, from the search as from the keys",
        "gives way to clearing where something is typed into the search",
      ],
    },
    {
      claim: "| `?` | all keys, before anything is typed and after Tab |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "is opened by ? from the keys, and from a search for nothing",
      ],
    },
    {
      claim: "| Ctrl-Z | stop with the terminal as it was, until `fg` |",
      heldBy: [
        "test/terminal/discover-leaving.test.ts",
        "stops on Ctrl-Z with the terminal as it was, and goes on where it was after fg",
      ],
    },
    {
      claim: "| `j`, `k`, `g`, `G` | move the highlight down and up, to the first, to the last |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "go to the first and the last, and are letters of the search",
      ],
    },
    {
      claim: "| `j`, `k`, `g`, `G` | move the highlight down and up, to the first, to the last |",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "after %s is at %i"],
    },
    {
      claim: "| `/` | back to the search |",
      heldBy: [
        "src/surfaces/cli/picker/press.test.ts",
        "is gone back to from the keys by slash, Tab or Backspace",
      ],
    },
    {
      claim: "| `q` | leave |",
      heldBy: ["test/terminal/discover.test.ts", "prints nothing on %s"],
    },
    {
      claim: "In a menu, type to narrow the options.",
      heldBy: [
        "test/terminal/discover.test.ts",
        "opens the options of a facet, and narrows by them",
      ],
    },
    {
      claim: "Space turns one on or off, Enter sets it and closes the menu.",
      heldBy: ["src/surfaces/cli/picker/press.test.ts", "a facet"],
    },
  ],
  plain: [],
};
