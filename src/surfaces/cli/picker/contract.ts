import type { Capability } from "../../../catalog/words/capability.ts";
import type { SortKey } from "../../../catalog/query/sort.ts";
import type { Clock } from "../../../system/ports.ts";
import type { DrawnTerminal } from "../drawn-terminal.ts";
import type { cutRef } from "../render/cut-ref.ts";
import type { drawn, recoloured } from "../render/drawn.ts";
import type { Style } from "../render/style.ts";

/** What the picker is given: it is a script of its own and imports nothing of the command but types. */
export interface PickerInput {
  terminal: Pick<DrawnTerminal, "takeOver">;
  clock: Pick<Clock, "after">;
  style: Style;
  pen: Pen;
  catalog: PickerCatalog;
  question: Question;
  /** Most models that can be compared. */
  mostCompared: number;
  /** Whether one model is to be chosen, and nothing else done. */
  isForOne?: boolean;
  /** Called with a function that makes the picker leave as Ctrl-C does; gives a way to stop listening. */
  onInterrupt(leave: () => void): () => void;
}

/** Makes what may be written out of texts. */
export interface Pen {
  drawn: typeof drawn;
  recoloured: typeof recoloured;
}

/** The opened catalog. Lines and previews are fit to be drawn. */
export interface PickerCatalog {
  /** All rows there are. */
  rowCount: number;
  /** As the catalog writes them: to be cleaned where they are drawn. */
  providers: readonly string[];
  capabilities: readonly Capability[];
  statuses: readonly string[];
  /** Filters that no key changes, as flags; empty where there are none. */
  fixedFilters: string;
  /** Makes a text from outside, or one that was typed, fit to be measured and cut. */
  clean(text: string): string;
  /** A ref as wide as there is room, its provider and version kept. */
  cutRef: typeof cutRef;
  find(question: Question): Found;
  line(row: number): RowLine;
  preview(row: number): Preview;
}

/** What the list shows, and in which order. */
export interface Question {
  query: string;
  facets: Facets;
  sort: PickerSort;
  descending: boolean;
}

export type PickerSort = SortKey | "relevance";

/** The filters that keys change; the others stay as the flags set them. */
export interface Facets {
  /** Empty: all. */
  provider: readonly string[];
  capability: readonly Capability[];
  /** USD per 1,000,000 input tokens, or only what is free of charge; undefined: any. */
  price: number | "free" | undefined;
  /** Tokens; undefined: any. */
  minContext: number | undefined;
  /** Undefined: all but deprecated. */
  status: readonly string[] | undefined;
}

export interface Found {
  rows: readonly number[];
  hiddenDeprecated: number;
  hiddenUnpriced: number;
  hiddenPlanned: number;
}

/** One line of the list, before it is fitted. */
export interface RowLine {
  ref: string;
  input: string;
  output: string;
  context: string;
  released: string;
  status: string;
  /** Most tokens of an answer. */
  mostOutput: string;
  knowledge: string;
  name: string;
}

export interface Preview {
  title: string;
  fields: readonly (readonly [label: string, value: string])[];
}

/** How the picker was left, and with which rows. */
export type Leaving =
  | { kind: "left"; copied: readonly number[] }
  | { kind: "cancelled" }
  | { kind: "chosen" | "compare" | "offers" | "add" | "use"; rows: readonly number[] };
