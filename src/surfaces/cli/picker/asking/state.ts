import type { Key, KeyName } from "../keys.ts";
import type { Answer, Asked, Option } from "./contract.ts";

/** What was typed and where the highlight is. */
export interface AskedState {
  typed: string;
  at: number;
  /** The first line of the text that is shown. */
  scrolled: number;
  message: string;
}

/** What a key can depend on besides the state. */
export interface Room {
  /** Options that fit the screen. */
  pageRows: number;
  /** How far the text can be scrolled. */
  mostScrolled: number;
}

const mostSearched = 200;
const mostTyped = 10_000;

export function startingAsked({ typed = "", at = 0, message = "" }: Asked): AskedState {
  return { typed, at, scrolled: 0, message };
}

/** Options that hold every word of what was typed, by their places. */
export function optionsFound(asked: Asked, typed: string): number[] {
  const { options = [], isSearchable = false } = asked;
  const words = isSearchable ? typed.toLowerCase().split(/\s+/) : [];
  return [...options.keys()].filter((at) => {
    const text = textOf(options[at]).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function textOf(option: Option | undefined): string {
  const { label = "", about = "", words = "" } = option ?? {};
  return `${label} ${about} ${words}`;
}

const moves: Partial<Record<KeyName, (at: number, pageRows: number) => number>> = {
  up: (at) => at - 1,
  down: (at) => at + 1,
  tab: (at) => at + 1,
  "page-up": (at, pageRows) => at - pageRows,
  "page-down": (at, pageRows) => at + pageRows,
  home: () => 0,
  end: () => Number.POSITIVE_INFINITY,
};

const edits: Partial<Record<KeyName, (typed: string) => string>> = {
  backspace: (typed) => Array.from(typed).slice(0, -1).join(""),
  clear: () => "",
  "word-back": (typed) => typed.replace(/\S*\s*$/, ""),
};

/** What a key leads to: another state, and the answer where it is one. */
export function pressAsked(
  asked: Asked,
  before: AskedState,
  key: Key,
  room: Room,
): { state: AskedState; answer?: Answer } {
  const state = { ...before, message: "" };
  const isList = asked.options !== undefined;
  const takesText = !isList || asked.isSearchable === true;
  if ("text" in key) {
    if (!takesText) return { state };
    const typed = state.typed + key.text;
    // a page that was pasted by mistake would be searched for with every letter of it
    const isTooLong = typed.length > (isList ? mostSearched : mostTyped);
    return { state: isTooLong ? { ...before, message: "too long" } : { ...state, typed, at: 0 } };
  }
  const { name } = key;
  if (name === "interrupt") return { state, answer: { kind: "cancelled" } };
  if (name === "escape") return { state, answer: { kind: "back" } };
  if (name === "enter") return entered(asked, state);
  const edit = edits[name];
  if (edit !== undefined) {
    return { state: takesText ? { ...state, typed: edit(state.typed), at: 0 } : state };
  }
  const move = moves[name];
  if (move === undefined) return { state };
  if (room.mostScrolled > 0 && name.startsWith("page-")) {
    const wanted = move(state.scrolled, Math.max(1, room.pageRows));
    return { state: { ...state, scrolled: between(wanted, room.mostScrolled) } };
  }
  const last = optionsFound(asked, state.typed).length - 1;
  return { state: { ...state, at: between(move(state.at, room.pageRows), last) } };
}

function entered(asked: Asked, state: AskedState): { state: AskedState; answer?: Answer } {
  if (asked.options === undefined) return { state, answer: { kind: "typed", text: state.typed } };
  const at = optionsFound(asked, state.typed)[state.at];
  return at === undefined
    ? { state: { ...state, message: "nothing is called so" } }
    : { state, answer: { kind: "chosen", at } };
}

function between(wanted: number, last: number): number {
  return Math.max(0, Math.min(wanted, last));
}
