/** What a page promises, and the test that holds it. Several rows may have the same claim. */
export interface Claim {
  /** A sentence, a row of a table or an item of a list as it stands in the page, or a part of it. */
  claim: string;
  heldBy: Held;
}

/** A test file and a title in it, or a part of the title; more titles where it takes several tests. */
export type Held = readonly [file: string, title: string, ...more: string[]];

/** What promises nothing of ModelForge, and in a word why; a fact is one about the rest of the world. */
interface Plain {
  /** A sentence, row or item, or a part of it. */
  says: string;
  because:
    | "advice"
    | "definition"
    | "fact"
    | "opinion"
    | "pointer"
    | "question"
    | "setting"
    | "title";
}

/** The claims of a page, or of some sections of a long one. */
export interface PageClaims {
  page: string;
  claims: readonly Claim[];
  plain: readonly Plain[];
}

/** A promise that stands in no page. */
export interface Promised {
  promise: string;
  heldBy: Held;
}

/** Runs every `console` block: a command of the page stands for the test that runs it. */
export const examples = "test/docs/examples.test.ts";

/** Runs every program: a line of a program of the page stands for the test that runs it. */
export const programs = "test/docs/library.test.ts";
