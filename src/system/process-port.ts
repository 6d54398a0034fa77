/** What another program printed. */
export interface ProgramRead {
  /** Null where it was not done in time, and was ended. */
  code: number | null;
  text: string;
  /** The beginning of what it said where errors are said. */
  errors: string;
  /** It printed without end, and was ended; `text` is how that began. */
  isTooLong: boolean;
}

/** This program and others as programs of the machine. */
export interface Process {
  readonly id: number;
  /** Starts this program again with other arguments, detached and silent. */
  startDetached(args: readonly string[], environment: Readonly<Record<string, string>>): void;
  /**
   * Opens a page in the person's browser: the one that `BROWSER` names, else that of the system. False where none could
   * be started. No shell sees the address.
   */
  openPage(page: URL): Promise<boolean>;
  /**
   * Starts another program with this one's terminal and waits for its end: its exit code, 128 and more where a signal ended
   * it; undefined where there is no such program. No shell sees the words. `toErrors`: it prints where errors are printed.
   */
  run(
    command: readonly string[],
    environment: Readonly<Record<string, string>>,
    how?: { toErrors?: boolean },
  ): Promise<number | undefined>;
  /** The same of what it prints, with nothing to read and nobody who sees what it says of errors. */
  read(
    command: readonly string[],
    how: { directory: string; timeoutMs: number },
  ): Promise<ProgramRead | undefined>;
  /** Does what is much and comes but once, in which the runtime need not spend time on what pays later. */
  once<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Calls back on Ctrl-C and on a request to end; gives a way to stop listening. */
  onInterrupt(then: () => void): () => void;
  /** For temporary names that cannot meet. */
  uniqueName(): string;
}
