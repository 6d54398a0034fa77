import type {
  Output,
  PromptKind,
  System,
  TakenOver,
  Terminal,
  TerminalListener,
} from "../../system/ports.ts";
import { type Drawn, drawn } from "./render/drawn.ts";

/** An output that takes only what has been drawn: text from outside cannot get past the cleaning. */
interface DrawnOutput extends Pick<Output, "isTerminal" | "columns" | "rows"> {
  write(text: Drawn): void;
  /** JSON Lines as they were prepared, exact and escaped. */
  writeJsonLines(lines: Uint8Array): void;
  /** A path on a line: byte for byte where a program reads it, cleaned where a person does. */
  writePath(path: string): void;
}

/** The terminal as commands have it. */
export interface DrawnTerminal extends Pick<Terminal, "canPrompt" | "canTakeOver"> {
  takeOver(listener: TerminalListener): Promise<DrawnScreen>;
  out: DrawnOutput;
  err: DrawnOutput;
  prompt(question: Drawn, how?: PromptKind): Promise<string | undefined>;
  page(text: Drawn, command: string): Promise<boolean>;
}

/** The whole screen, as a picker has it. */
export interface DrawnScreen extends Omit<TakenOver, "screen"> {
  screen: DrawnOutput;
}

/** The machine as commands have it: whatever they say goes through here. */
export interface CliMachine extends Omit<System, "terminal"> {
  terminal: DrawnTerminal;
}

export function withDrawnTerminal(machine: System): CliMachine {
  const { terminal } = machine;
  return {
    ...machine,
    terminal: {
      out: drawnOutput(terminal.out),
      err: drawnOutput(terminal.err),
      get canPrompt() {
        return terminal.canPrompt;
      },
      get canTakeOver() {
        return terminal.canTakeOver;
      },
      takeOver: async (listener) => {
        const taken = await terminal.takeOver(listener);
        return { ...taken, screen: drawnOutput(taken.screen) };
      },
      prompt: (question, how) => terminal.prompt(question.text, how),
      page: (text, command) => terminal.page(text.text, command),
    },
  };
}

function drawnOutput(output: Output): DrawnOutput {
  return {
    get isTerminal() {
      return output.isTerminal;
    },
    get columns() {
      return output.columns;
    },
    get rows() {
      return output.rows;
    },
    write: (text) => void output.write(text.text),
    writeJsonLines: (lines) => void output.write(lines),
    writePath: (path) => void output.write(output.isTerminal ? drawn`${path}\n`.text : `${path}\n`),
  };
}
