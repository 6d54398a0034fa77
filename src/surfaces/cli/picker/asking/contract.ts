import type { Leaving, PickerCatalog, PickerInput, Question } from "../contract.ts";

/** A line that explains something. */
export interface BodyLine {
  text: string;
  tone?: "dim" | "green" | "red" | "yellow";
  /** Cut where there is no more room rather than between words: a line of a file. */
  isExact?: boolean;
}

export interface Option {
  label: string;
  /** Said beside it, where there is room. */
  about?: string;
  /** What a search finds it by, besides. */
  words?: string;
}

/** One screen with a question: a list to choose from, else a line to type. */
export interface Asked {
  /** `2 of 7: provider` */
  heading: string;
  question: string;
  body?: readonly BodyLine[];
  options?: readonly Option[];
  /** Whether typing narrows the list. */
  isSearchable?: boolean;
  /** Which option is highlighted at first. */
  at?: number;
  /** Of a line to type: nothing of it is shown. */
  isMasked?: boolean;
  /** What is in the line at first. */
  typed?: string;
  /** What was wrong with the last answer. */
  message?: string;
}

export type Answer =
  | { kind: "chosen"; at: number }
  | { kind: "typed"; text: string }
  | { kind: "back" }
  | { kind: "cancelled" };

export type Waited<Result> =
  | { kind: "done"; result: Result }
  | { kind: "back" }
  | { kind: "cancelled" };

/** The whole screen, for one question after the other. */
export interface Asking {
  ask(asked: Asked): Promise<Answer>;
  /** Shows why it takes a while. Esc and Ctrl-C end the work by its signal. */
  wait<Result>(
    shown: Pick<Asked, "heading" | "question">,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Waited<Result>>;
  /** The list of models, for one to be chosen. */
  pick(catalog: PickerCatalog, question: Question): Promise<Leaving>;
  /** Gives the terminal back. */
  close(): void;
}

export interface AskingInput extends Omit<PickerInput, "catalog" | "question" | "isForOne"> {
  clean: PickerCatalog["clean"];
}
