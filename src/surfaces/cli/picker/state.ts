import type { Leaving, Question } from "./contract.ts";
import type { FacetName } from "./facets.ts";

/** Everything the screen is drawn from, besides the catalog and the size of the terminal. */
export interface PickerState {
  question: Question;
  /** Whether one model is to be chosen, and nothing else done. */
  isForOne: boolean;
  /** Where typed letters go: into the search, or to the commands. */
  focus: "search" | "keys";
  menu: MenuState | undefined;
  /** Whether all keys are shown in place of the list. */
  isHelping: boolean;
  /** Position of the highlighted row among those found. */
  at: number;
  /** Rows, in the order in which they were marked. */
  marked: readonly number[];
  copied: readonly number[];
  /** Said once, until the next key. */
  message: string;
}

export interface MenuState {
  facet: FacetName;
  /** Narrows the options. */
  typed: string;
  at: number;
}

/** What a key leads to: another state, and what is to be done outside of it. */
export interface Pressed {
  state: PickerState;
  copy?: number;
  leave?: Leaving;
}

export function startingState(question: Question, isForOne = false): PickerState {
  return {
    question,
    isForOne,
    focus: "search",
    menu: undefined,
    isHelping: false,
    at: 0,
    marked: [],
    copied: [],
    message: "",
  };
}

/** Another question is another list: its first row is the best. */
export function asking(state: PickerState, change: Partial<Question>): PickerState {
  return { ...state, question: { ...state.question, ...change }, at: 0 };
}
