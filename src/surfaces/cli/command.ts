import type { CliContext } from "./context.ts";
import type { Argument, Flag } from "./flag.ts";

/** A command line, parsed: what stands without a flag, and the flags by name. */
export interface Parsed<Options = Record<string, unknown>> {
  args: string[];
  options: Options;
  /** What stands behind `--`, where the command takes a program. */
  program?: string[];
}

/** One command of the terminal: it parses, asks, renders. */
export interface CliCommand {
  arguments?: readonly Argument[];
  /** Its own; the common ones are there already. Where they are many they are made when they are asked for. */
  readonly flags: readonly Flag[];
  /** Those that most lines do with, every `--no-…` among them; absent: all of them. */
  readonly often?: readonly Flag[];
  /** Lines shown under "Examples", each a whole command line. */
  examples: readonly string[];
  /** Behind `--` stands a program with words of its own. */
  takesProgram?: true;
  /** May set the exit code by returning it. */
  run(context: CliContext, parsed: Parsed): Promise<number | undefined>;
}
