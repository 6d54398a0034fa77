import type { Drawn } from "./drawn.ts";
import { fitted, type Group, widest } from "./fit-lines.ts";

/** A hint as wide as a terminal; the commands it names stay whole where there is room. */
export function fitHint(text: Drawn, width: number | undefined): Drawn {
  return width === undefined ? text : fitted(text, width, widest, withWholeCommands);
}

/** A command that a hint names is pasted: its words stay on one line where that has room for them. */
const withWholeCommands: Group = (words, room) => {
  const together: string[][] = [];
  let at = 0;
  while (at < words.length) {
    const command = words[at]?.join("") === "modelforge" ? commandAt(words, at) : [];
    const text = command.map((word) => word.join("")).join(" ");
    const isWhole = command.length > 0 && widest(text) <= room;
    together.push(isWhole ? Array.from(text) : (words[at] as string[]));
    at += isWhole ? command.length : 1;
  }
  return together;
};

function commandAt(words: readonly string[][], at: number): readonly string[][] {
  const length = words.slice(at).findIndex((word) => /[,;?]$/.test(word.at(-1) ?? "")) + 1;
  return words.slice(at, length === 0 ? undefined : at + length);
}
