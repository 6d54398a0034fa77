import { keyHints } from "./commands.ts";
import type { PickerCatalog } from "./contract.ts";
import { facetList } from "./facets.ts";
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
  const preview = previewRows(left);
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

function facetPieces({ question }: PickerState, catalog: PickerCatalog): Piece[] {
  const { facets, sort, descending } = question;
  const pieces = facetList.map(({ key, label, show }) =>
    piece(`${key} ${label}:`, shorten(catalog.clean(show(facets)))),
  );
  pieces.push(piece("s sort:", descending ? `${sort}, descending` : sort));
  if (catalog.fixedFilters !== "") pieces.push(piece("and", catalog.clean(catalog.fixedFilters)));
  return pieces;
}

function hintPieces({ focus, menu }: PickerState): Piece[] {
  const where = menu === undefined ? focus : "menu";
  return keyHints(where).map(({ key, does }) => piece(key, does));
}

function piece(name: string, value: string): Piece {
  return { plain: `${name} ${value}`, name, value };
}

const mostShown = 28;

function shorten(text: string): string {
  return widthOf(text) > mostShown ? fit(text, mostShown, "left", "...").trimEnd() : text;
}

const gap = 3;

function wrapPieces(pieces: readonly Piece[], columns: number): Piece[][] {
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
