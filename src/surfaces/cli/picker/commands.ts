import { type FacetName, facetList } from "./facets.ts";

export type Command =
  | FacetName
  | "search"
  | "up"
  | "down"
  | "mark"
  | "sort"
  | "reverse"
  | "compare"
  | "offers"
  | "copy"
  | "add"
  | "leave";

/** What is typed, and how the screen names it; without words it is not shown. */
const letters: readonly [key: string, command: Command, words?: string][] = [
  ["/", "search", "search"],
  [" ", "mark", "mark"],
  ["v", "compare", "compare"],
  ["o", "offers", "offers"],
  ["y", "copy", "copy ref"],
  ["a", "add", "how to use it"],
  ["r", "reverse", "reverse"],
  ["q", "leave", "quit"],
  ["k", "up"],
  ["j", "down"],
  ["s", "sort"],
];

/** The command of a letter that is not typed into the search. */
export function commandFor(letter: string): Command | undefined {
  const facet = facetList.find(({ key }) => key === letter);
  return facet?.name ?? letters.find(([key]) => key === letter)?.[1];
}

/** A key and what it does, as the last lines of the screen say it. */
export interface KeyHint {
  key: string;
  does: string;
}

const whileSearching: readonly KeyHint[] = [
  { key: "Tab", does: "keys" },
  { key: "Up/Down", does: "move" },
  { key: "Enter", does: "choose" },
  { key: "Ctrl-U", does: "clear" },
  { key: "Esc", does: "quit" },
];

const whileCommanding: readonly KeyHint[] = [
  { key: "Enter", does: "choose" },
  ...letters.flatMap(([key, , does]) =>
    does === undefined ? [] : [{ key: key === " " ? "Space" : key, does }],
  ),
];

const whileInMenu: readonly KeyHint[] = [
  { key: "Up/Down", does: "move" },
  { key: "Space", does: "on or off" },
  { key: "Enter", does: "set and close" },
  { key: "Esc", does: "close" },
];

export function keyHints(focus: "search" | "keys" | "menu"): readonly KeyHint[] {
  return { search: whileSearching, keys: whileCommanding, menu: whileInMenu }[focus];
}
