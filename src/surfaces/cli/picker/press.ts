import { type Command, commandFor, isForMany } from "./commands.ts";
import type { Found } from "./contract.ts";
import { facetList, type KnownValues } from "./facets.ts";
import type { Key, KeyName } from "./keys.ts";
import { pressInMenu } from "./menu.ts";
import { nextOrder } from "./sorting.ts";
import { asking, type PickerState, type Pressed } from "./state.ts";

/** What a key can depend on besides the state. */
export interface Surroundings {
  found: Found;
  known: KnownValues;
  /** Rows of the list that fit the screen. */
  pageRows: number;
  mostCompared: number;
}

/** What a key leads to. */
export function press(before: PickerState, key: Key, around: Surroundings): Pressed {
  const state = before.message === "" ? before : { ...before, message: "" };
  if ("name" in key && key.name === "interrupt") return { state, leave: { kind: "cancelled" } };
  if (state.isHelping) return { state: { ...state, isHelping: false } };
  if (state.menu !== undefined) return pressInMenu(state, state.menu, key, around.known);
  if ("name" in key) return pressNamed(state, key.name, around);
  // no model is called that, and who asks for help does not know of Tab
  if (key.text === "?" && state.question.query === "") return { state: helping(state) };
  if (state.focus === "search") {
    return { state: asking(state, { query: state.question.query + key.text }) };
  }
  const command = commandFor(key.text);
  return command === undefined ? { state } : runCommand(state, command, around);
}

/** Where the highlight goes. */
const moves: Partial<Record<KeyName, (at: number, pageRows: number) => number>> = {
  up: (at) => at - 1,
  down: (at) => at + 1,
  "page-up": (at, pageRows) => at - pageRows,
  "page-down": (at, pageRows) => at + pageRows,
  "half-down": (at, pageRows) => at + half(pageRows),
  home: () => 0,
  end: () => Number.POSITIVE_INFINITY,
};

/** What becomes of the query. */
const edits: Partial<Record<KeyName, (query: string) => string>> = {
  backspace: (query) => Array.from(query).slice(0, -1).join(""),
  clear: () => "",
  "word-back": (query) => query.replace(/\S*\s*$/, ""),
};

function pressNamed(state: PickerState, name: KeyName, around: Surroundings): Pressed {
  const move = moves[name];
  if (move !== undefined) return { state: moved(state, move(state.at, around.pageRows), around) };
  // Ctrl-U is both: it clears what is typed, where there is something
  if (name === "clear" && (state.focus === "keys" || state.question.query === "")) {
    return { state: moved(state, state.at - half(around.pageRows), around) };
  }
  const edit = edits[name];
  if (edit !== undefined) {
    return { state: asking({ ...state, focus: "search" }, { query: edit(state.question.query) }) };
  }
  if (name === "tab") {
    return { state: { ...state, focus: state.focus === "search" ? "keys" : "search" } };
  }
  if (name === "escape") return { state, leave: { kind: "left", copied: state.copied } };
  return leaveWith(state, "chosen", around, "nothing to choose: no model is found");
}

function runCommand(state: PickerState, command: Command, around: Surroundings): Pressed {
  const facet = facetList.find(({ name }) => name === command);
  if (facet !== undefined) {
    return { state: { ...state, menu: { facet: facet.name, typed: "", at: 0 } } };
  }
  if (state.isForOne && isForMany(command)) {
    return { state: { ...state, message: "one model is chosen here: Enter takes it" } };
  }
  const row = around.found.rows[state.at];
  switch (command) {
    case "search":
      return { state: { ...state, focus: "search" } };
    case "up":
    case "down":
      return { state: moved(state, state.at + (command === "up" ? -1 : 1), around) };
    case "top":
    case "bottom":
      return { state: moved(state, command === "top" ? 0 : Number.POSITIVE_INFINITY, around) };
    case "help":
      return { state: helping(state) };
    case "sort":
      return { state: asking(state, nextOrder(state.question)) };
    case "reverse":
      return { state: asking(state, { descending: !state.question.descending }) };
    case "mark":
      return row === undefined
        ? { state }
        : { state: moved(toggleMark(state, row), state.at + 1, around) };
    case "copy":
      return row === undefined ? { state } : { state: noteCopy(state, row), copy: row };
    case "compare":
      return compare(state, around);
    case "offers":
      return row === undefined ? { state } : { state, leave: { kind: "offers", rows: [row] } };
    case "add":
      return leaveWith(state, "add", around, "nothing to add: no model is found");
    case "use":
      return row === undefined ? { state } : { state, leave: { kind: "use", rows: [row] } };
    case "leave":
      return { state, leave: { kind: "left", copied: state.copied } };
    default:
      return { state };
  }
}

const half = (pageRows: number): number => Math.max(1, Math.floor(pageRows / 2));

function helping(state: PickerState): PickerState {
  return { ...state, isHelping: true };
}

/** Highlights another row; the list has two ends. */
function moved(
  state: PickerState,
  at: number,
  { found }: Pick<Surroundings, "found">,
): PickerState {
  return { ...state, at: Math.max(0, Math.min(at, found.rows.length - 1)) };
}

/** What was marked is meant; where nothing is, the highlighted row. */
function leaveWith(
  state: PickerState,
  kind: "chosen" | "add",
  { found }: Surroundings,
  nothing: string,
): Pressed {
  const row = found.rows[state.at];
  if (state.marked.length > 0) return { state, leave: { kind, rows: state.marked } };
  if (row === undefined) return { state: { ...state, message: nothing } };
  return { state, leave: { kind, rows: [row] } };
}

function compare(state: PickerState, { mostCompared }: Surroundings): Pressed {
  const { marked } = state;
  if (marked.length < 2) {
    return { state: { ...state, message: "mark at least two models with Space to compare them" } };
  }
  if (marked.length > mostCompared) {
    const message = `${marked.length} are marked, ${mostCompared} fit side by side`;
    return { state: { ...state, message } };
  }
  return { state, leave: { kind: "compare", rows: marked } };
}

function toggleMark(state: PickerState, row: number): PickerState {
  const rest = state.marked.filter((one) => one !== row);
  return { ...state, marked: rest.length < state.marked.length ? rest : [...state.marked, row] };
}

function noteCopy(state: PickerState, row: number): PickerState {
  return { ...state, copied: [...state.copied.filter((one) => one !== row), row] };
}
