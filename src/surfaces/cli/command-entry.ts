import type { AnswerName } from "../../operations/answers.ts";
import type { CliCommand } from "./command.ts";

/** Where a command stands in the help, what it is called, and how to load it. */
export interface CommandEntry {
  /** `models list`; the path is the command's name. */
  path: string;
  aliases: readonly string[];
  /** One sentence without its full stop. */
  summary: string;
  /** What `--json` prints: the answer to which question; null where that is none. */
  answer: AnswerName | null;
  load(): Promise<CliCommand>;
  /** What its group's word alone does instead where somebody sits at a terminal. */
  alone?: { summary: string; load(): Promise<CliCommand> };
}
