import type { Style } from "../../render/style.ts";
import type { PickerCatalog } from "../contract.ts";
import { piece, type ScreenSize, wrapPieces } from "../layout.ts";
import type { CursorPlace } from "../paint.ts";
import { fit, widthOf } from "../width.ts";
import type { Asked, BodyLine, Option } from "./contract.ts";
import { type AskedState, optionsFound, type Room } from "./state.ts";
import { wrapped } from "./wrap.ts";

export interface AskedFrame {
  lines: readonly string[];
  cursor: CursorPlace | undefined;
  room: Room;
}

interface Pens {
  style: Style;
  clean: PickerCatalog["clean"];
}

// a list that is shorter is no list
const fewestOptions = 3;
// on a lower screen what is asked takes the room of keys
const enoughRows = 14;

/** What the screen shows of a question; texts from outside are cleaned here, whoever gives them. */
export function linesOf(asked: Asked, state: AskedState, size: ScreenSize, pens: Pens): AskedFrame {
  const frame = laidOut(asked, state, size, pens, false);
  // what more there is takes a key, and its name room
  return frame.room.mostScrolled === 0 ? frame : laidOut(asked, state, size, pens, true);
}

function laidOut(
  asked: Asked,
  state: AskedState,
  { columns, rows }: ScreenSize,
  pens: Pens,
  isScrolled: boolean,
): AskedFrame {
  const { style, clean } = pens;
  const head = [
    ...wrapped(clean(asked.heading), columns).map((line) => style.dim(line).text),
    ...wrapped(clean(asked.question), columns).map((line) => style.bold(line).text),
  ];
  const message = state.message === "" ? [] : wrapped(clean(state.message), columns);
  const all = hintLines(asked, columns, style, isScrolled);
  const hints = rows < enoughRows ? all.slice(0, 1) : all;
  const field = fieldOf(asked, state, columns, clean);
  const found = optionsFound(asked, state.typed);
  const fixed = head.length + message.length + hints.length + (field === undefined ? 0 : 1) + 1;
  const left = Math.max(1, rows - fixed);
  const body = (asked.body ?? []).flatMap((line) => bodyLines(line, columns, pens));
  const wanted = asked.options === undefined ? 0 : Math.max(1, found.length);
  const kept = Math.min(wanted, Math.max(fewestOptions, left - body.length - 1));
  const bodyRows = Math.max(0, Math.min(body.length, left - kept));
  const mostScrolled = body.length - bodyRows;
  const scrolled = Math.min(state.scrolled, mostScrolled);
  const list = optionLines(asked, found, state.at, { columns, rows: Math.max(1, kept) }, pens);
  const above = [
    ...head,
    ...message.map((line) => style.yellow(line).text),
    ...body.slice(scrolled, scrolled + bodyRows),
  ];
  const filling = Math.max(
    0,
    rows - above.length - (field === undefined ? 0 : 1) - kept - hints.length,
  );
  const lines = [
    ...above,
    ...(field === undefined ? [] : [field.line]),
    ...(asked.options === undefined ? [] : list),
    ...Array.from({ length: filling }, () => ""),
    ...hints,
  ].slice(0, rows);
  return {
    lines,
    cursor: field === undefined ? undefined : { line: above.length, column: field.column },
    room: { pageRows: Math.max(1, mostScrolled > 0 ? bodyRows - 1 : kept - 1), mostScrolled },
  };
}

/** While nothing can be answered. */
export function waitingLines(
  { heading, question }: Pick<Asked, "heading" | "question">,
  { columns }: Pick<ScreenSize, "columns">,
  { style, clean }: Pens,
): string[] {
  return [
    ...wrapped(clean(heading), columns).map((line) => style.dim(line).text),
    ...wrapped(clean(question), columns).map((line) => style.bold(line).text),
    style.dim("Esc back").text,
  ];
}

function bodyLines(
  { text, tone, isExact = false }: BodyLine,
  columns: number,
  { style, clean }: Pens,
): string[] {
  const lines = wrapped(clean(text), columns, isExact);
  return tone === undefined ? lines : lines.map((line) => style[tone](line).text);
}

/** The line that is typed into, and where its end is. */
function fieldOf(
  { options, isSearchable = false, isMasked = false }: Asked,
  { typed }: AskedState,
  columns: number,
  clean: Pens["clean"],
): { line: string; column: number } | undefined {
  if (options !== undefined && !isSearchable) return undefined;
  // not even how long it is
  if (isMasked) {
    const line = typed === "" ? "> " : "> (typed, not shown) ";
    return { line, column: line.length };
  }
  const label = isSearchable ? "Search: " : "> ";
  const room = Math.max(4, columns - label.length - 1);
  // no sign takes less than half a letter of it: of a text without end only the last of it is looked at
  let last = Array.from(clean(typed.slice(-4 * room))).slice(-2 * room);
  while (widthOf(last.join("")) > room) last = last.slice(1);
  const shown = last.join("");
  return { line: label + shown, column: label.length + widthOf(shown) };
}

function optionLines(
  { options = [] }: Asked,
  found: readonly number[],
  at: number,
  { columns, rows }: ScreenSize,
  { style, clean }: Pens,
): string[] {
  if (found.length === 0) return [style.dim("  nothing is called so").text];
  const first = Math.max(0, Math.min(at - Math.floor(rows / 2), found.length - rows));
  const shown = found.slice(first, first + rows).map((place) => options[place] as Option);
  const widest = Math.max(...shown.map(({ label }) => widthOf(clean(label))));
  const labelWidth = Math.min(widest, columns - 2);
  return shown.map(({ label, about = "" }, row) => {
    const isAt = first + row === at;
    const text = fit(clean(label), labelWidth, "left", style.ellipsis);
    const room = columns - 2 - labelWidth - 2;
    const beside = about !== "" && room >= 8 ? fit(clean(about), room, "left", style.ellipsis) : "";
    const mark = isAt ? "> " : "  ";
    const name = isAt ? style.bold(`${mark}${text}`).text : `${mark}${text}`;
    return beside.trim() === "" ? name : `${name}  ${style.dim(beside.trimEnd()).text}`;
  });
}

function hintLines(
  { options, isSearchable = false }: Asked,
  columns: number,
  style: Style,
  isScrolled: boolean,
): string[] {
  const hints = [
    ...(isScrolled ? [piece("PgUp/PgDn", "read on")] : []),
    ...(isSearchable ? [piece("type", "to search")] : []),
    ...(options === undefined ? [] : [piece("Up/Down", "move")]),
    piece("Enter", options === undefined ? "go on" : "choose"),
    piece("Esc", "back"),
    piece("Ctrl-C", "leave all as it was"),
  ];
  return wrapPieces(hints, columns).map((line) =>
    line.map(({ name, value }) => `${style.bold(name).text} ${value}`).join("   "),
  );
}
