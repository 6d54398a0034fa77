import { type FacetName, facetList } from "./facets.ts";
import { facetOf } from "./menu.ts";
import type { PickerState } from "./state.ts";

export type Command =
  | FacetName
  | "search"
  | "up"
  | "down"
  | "top"
  | "bottom"
  | "mark"
  | "sort"
  | "reverse"
  | "compare"
  | "offers"
  | "copy"
  | "add"
  | "use"
  | "help"
  | "leave";

interface Letter {
  key: string;
  command: Command;
  /** As the last lines of the screen say it; absent where they do not. */
  does?: string;
  /** As the page of all keys says it, where that says more. */
  about?: string;
}

/** What is typed after Tab, besides the keys of facets. */
const letters: readonly Letter[] = [
  { key: "/", command: "search", does: "search" },
  { key: " ", command: "mark", does: "mark", about: "mark, or take the mark away" },
  { key: "v", command: "compare", does: "compare", about: "compare what is marked" },
  { key: "o", command: "offers", does: "offers", about: "who sells it" },
  { key: "y", command: "copy", does: "copy ref" },
  { key: "a", command: "add", does: "add", about: "add to the configuration" },
  { key: "u", command: "use", does: "use", about: "make it the model in use" },
  { key: "s", command: "sort", about: "the next order" },
  { key: "r", command: "reverse", does: "reverse", about: "the other direction" },
  { key: "j", command: "down", about: "down" },
  { key: "k", command: "up", about: "up" },
  { key: "g", command: "top", about: "to the first" },
  { key: "G", command: "bottom", about: "to the last" },
  { key: "?", command: "help", does: "help", about: "all keys" },
  { key: "q", command: "leave", does: "quit" },
];

/** The command of a letter that is not typed into the search. */
export function commandFor(letter: string): Command | undefined {
  const facet = facetList.find(({ key }) => key === letter);
  return facet?.name ?? letters.find(({ key }) => key === letter)?.command;
}

/** Of several models, or what leads elsewhere. */
export function isForMany(command: Command): boolean {
  return ["mark", "compare", "offers", "add", "use"].includes(command);
}

/** A key and what it does, as the last lines of the screen say it. */
export interface KeyHint {
  key: string;
  does: string;
}

const shown = (key: string): string => (key === " " ? "Space" : key);

/** What keys do now, of those that are worth a line. */
export function keyHints({
  focus,
  menu,
  isHelping,
  question,
  isForOne,
}: PickerState): readonly KeyHint[] {
  if (isHelping) return [{ key: "any key", does: "back to the list" }];
  if (menu !== undefined) {
    return [
      { key: "Up/Down", does: "move" },
      { key: "Space", does: facetOf(menu).isMany ? "on or off" : "set" },
      { key: "Enter", does: "set and close" },
      { key: "Esc", does: "close" },
    ];
  }
  if (focus === "keys") {
    const named = letters.flatMap(({ key, does, command }) =>
      does === undefined || (isForOne && isForMany(command)) ? [] : [{ key: shown(key), does }],
    );
    return [{ key: "Enter", does: "choose" }, ...named];
  }
  return [
    { key: "Tab", does: "keys" },
    { key: "Up/Down", does: "move" },
    { key: "Enter", does: "choose" },
    question.query === "" ? { key: "?", does: "help" } : { key: "Ctrl-U", does: "clear" },
    { key: "Esc", does: isForOne ? "back" : "quit" },
  ];
}

/** Keys that do the same wherever letters go. */
export const keysAlways: readonly KeyHint[] = [
  { key: "Up, Down, PgUp, PgDn", does: "move" },
  { key: "Ctrl-D, Ctrl-U", does: "half a page; Ctrl-U clears a search" },
  { key: "Enter", does: "print what is marked, or this one" },
  { key: "Tab", does: "from the search to the keys, and back" },
  { key: "Esc, Ctrl-C", does: "leave" },
  { key: "Ctrl-Z", does: "stop; fg in the shell goes on" },
];

/** All that are keys after Tab. */
export const keysAfterTab: readonly KeyHint[] = [
  ...facetList.map(({ key, label }) => ({ key, does: label })),
  ...letters.map(({ key, does = "", about = does }) => ({ key: shown(key), does: about })),
];
