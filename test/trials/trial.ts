import type { Typed } from "../cli/typed.ts";

/** What is right of a small catalog, and lines of which it has to come. */
export interface Trial {
  right: string;
  lines: readonly Typed[];
}

/** By the file's name. */
export type Trials = Readonly<Record<string, Trial>>;
