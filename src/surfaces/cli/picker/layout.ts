import { keyHints } from "./commands.ts";
import type { PickerCatalog } from "./contract.ts";
import { facetList } from "./facets.ts";
import { orderOf } from "./sorting.ts";
import type { PickerState } from "./state.ts";
import { fit, widthOf } from "./width.ts";

export interface ScreenSize {
  columns: number;
  rows: number;
}

/** A piece of a line: what it measures, and what is drawn. */
export interface Piece {
  plain: string;
  name: string;
  value: string;
}

/** What goes where. Everything but list and preview takes as many lines as it needs. */
export interface Layout {
  facets: readonly (readonly Piece[])[];
  hints: readonly (readonly Piece[])[];
  isSideBySide: boolean;
  list: ScreenSize;
  preview: ScreenSize;
}

const sideBySideFrom = 120;
const widestPreview = 64;
const searchLines = 1;
const messageLines = 1;

export function layoutFor(state: PickerState, catalog: PickerCatalog, size: ScreenSize): Layout {
  const { columns, rows } = size;
  const facets = wrapPieces(facetPieces(state, catalog), columns);
  const hints = wrapPieces(hintPieces(state), columns);
  const taken = searchLines + facets.length + messageLines + hints.length;
  const left = Math.max(1, rows - taken);
  if (columns >= sideBySideFrom) {
    const width = Math.min(widestPreview, Math.floor(columns * 0.4));
    return {
      facets,
      hints,
      isSideBySide: true,
      list: { columns: columns - width - 2, rows: left },
      preview: { columns: width, rows: left },
    };
  }
  // options and keys take the room of what they cover
  const isCovered = state.menu !== undefined || state.isHelping;
  const preview = isCovered ? 0 : previewRows(left);
  return {
    facets,
    hints,
    isSideBySide: false,
    list: { columns, rows: left - preview },
    preview: { columns, rows: preview },
  };
}

/** A low screen keeps the list. */
function previewRows(left: number): number {
  if (left >= 24) return 11;
  if (left >= 14) return 7;
  return left >= 10 ? 4 : 0;
}

function facetPieces(state: PickerState, catalog: PickerCatalog): Piece[] {
  const { question } = state;
  const { facets, descending } = question;
  // a letter is a key only where it is not typed
  const isKey = state.focus === "keys" && state.menu === undefined && !state.isHelping;
  const named = (key: string, label: string): string => `${isKey ? key : " "} ${label}:`;
  const pieces = facetList.map(({ key, label, show }) =>
    piece(named(key, label), shorten(catalog.clean(show(facets)))),
  );
  const order = orderOf(question);
  pieces.push(piece(named("s", "sort"), descending ? `${order}, descending` : order));
  if (catalog.fixedFilters !== "") pieces.push(piece("and", catalog.clean(catalog.fixedFilters)));
  return pieces;
}

function hintPieces(state: PickerState): Piece[] {
  return keyHints(state).map(({ key, does }) => piece(key, does));
}

export function piece(name: string, value: string): Piece {
  return { plain: `${name} ${value}`, name, value };
}

const mostShown = 28;

function shorten(text: string): string {
  return widthOf(text) > mostShown ? fit(text, mostShown, "left", "...").trimEnd() : text;
}

const gap = 3;

/** As many to a line as fit. */
export function wrapPieces(pieces: readonly Piece[], columns: number): Piece[][] {
  const lines: Piece[][] = [];
  let used = columns;
  for (const one of pieces) {
    const width = widthOf(one.plain);
    if (used + gap + width <= columns) lines.at(-1)?.push(one);
    else lines.push([one]);
    used = lines.at(-1)?.length === 1 ? width : used + gap + width;
  }
  return lines;
}
