/** What a command finds when it starts. */
export type Scene =
  /** The catalog in the cache, and no network. */
  | "warm"
  /** The same, with a configuration that names models, and a key in a variable. */
  | "configured"
  /** An older catalog in the cache, and a source with another. */
  | "changed"
  /** The catalog in the cache, and a source that has nothing newer. */
  | "unchanged"
  /** The same over TLS. */
  | "unchanged-tls"
  /** Neither cache nor notes nor kept code, and a source. */
  | "empty";

/** By Node's major version: at most so many times what `node -e 0` of the same Node uses. */
export type Budget = Readonly<Record<string, number>>;

/** A command that is run as a whole process. */
export interface Row {
  name: string;
  args: readonly string[];
  scene: Scene;
  /** What stdout has to look like: a command that fails fast, or says nothing, is not fast. */
  expected: RegExp;
  /** Absent: shown because it belongs to the picture. */
  budget?: Budget;
  /** Peak memory over that of a bare Node, in MiB at most; shown as a row of its own. */
  peakBudget?: Budget;
  /** Whether what outlives the command counts as well. */
  withAllItStarted?: true;
}

export const on = (node20: number, node24: number): Budget => ({ 20: node20, 24: node24 });
