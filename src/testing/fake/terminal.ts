import { flag, record, texts } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import type { Output, Terminal, TerminalListener } from "../../system/ports.ts";
import { systemError } from "../../system/real/file-codes.ts";
import { unwritable } from "../../system/real/unwritable.ts";
import { columnsOrRows, either } from "./kinds.ts";

/** What was written to an output, and what becomes of it. */
export interface FakeOutput extends Output {
  readonly text: string;
  /** Nobody reads any more. */
  close(): void;
  /** It takes nothing more: `ENOSPC`. */
  fail(reason: string): void;
}

/** A terminal, or pipes, of which a test is the person. */
export interface FakeTerminal extends Terminal {
  out: FakeOutput;
  err: FakeOutput;
  /** Questions that were asked, in their order. */
  readonly questions: string[];
  /** Texts that were shown page by page, with the pager. */
  readonly pages: { text: string; command: string }[];
  /** Whether a program has the whole screen. */
  readonly isTakenOver: boolean;
  /**
   * Types keys. A line ends with `\r`, a conversation with Ctrl-D (`\u0004`) or Ctrl-C (`\u0003`). What nobody asks
   * for yet is kept.
   */
  type(keys: string): void;
  resize(columns: number, rows: number): void;
}

export interface FakeTerminalOptions {
  /** Which of them are a terminal; none. */
  isTerminal?: { in?: boolean; out?: boolean; err?: boolean } | boolean;
  /** 80 */
  columns?: number;
  /** 24 */
  rows?: number;
  /** The pagers there are, `less`; any where nothing is said. */
  pagers?: readonly string[];
}

const terminalFields: Table<FakeTerminalOptions> = {
  isTerminal: either(flag, record({ in: flag, out: flag, err: flag }, [])),
  columns: columnsOrRows,
  rows: columnsOrRows,
  pagers: texts,
};

export const terminalKind = record(terminalFields, []);

// Enter right behind Esc is taken for one key with it
const endings = { line: /[\r\n\u0003\u0004]/, choice: /[\r\n\u0003\u0004]|\u001b\r?/ };

export function createFakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const { isTerminal = false, pagers } = options;
  const size = { columns: options.columns ?? 80, rows: options.rows ?? 24 };
  const all = { in: isTerminal === true, out: isTerminal === true, err: isTerminal === true };
  const ends = typeof isTerminal === "boolean" ? all : { ...all, ...isTerminal };
  const out = createOutput(ends.out, size, true);
  const err = createOutput(ends.err, size, false);
  const questions: string[] = [];
  const pages: { text: string; command: string }[] = [];
  const asking: { ends: RegExp; answer(line: string | undefined): void }[] = [];
  let typed = "";
  let listener: TerminalListener | undefined;

  const deliver = (): void => {
    if (listener !== undefined) {
      const keys = typed;
      typed = "";
      if (keys !== "") listener.onInput(keys);
      return;
    }
    while (asking.length > 0) {
      const end = asking[0]?.ends.exec(typed) ?? null;
      if (end === null) return;
      const line = typed.slice(0, end.index);
      typed = typed.slice(end.index + end[0].length);
      asking.shift()?.answer(/^[\r\n]/.test(end[0]) ? line : undefined);
    }
  };

  return {
    out,
    err,
    questions,
    pages,
    canPrompt: ends.in && ends.err,
    canTakeOver: ends.in && ends.out,
    get isTakenOver() {
      return listener !== undefined;
    },
    prompt: (question, how) =>
      new Promise((resolve) => {
        questions.push(question);
        err.write(question);
        asking.push({ ends: endings[how === "choice" ? "choice" : "line"], answer: resolve });
        deliver();
      }),
    takeOver: async (taking) => {
      listener = taking;
      deliver();
      return {
        screen: out,
        canSuspend: true,
        suspend: () => taking.onResize(),
        release: () => {
          if (listener === taking) listener = undefined;
        },
      };
    },
    page: async (text, command) => {
      const isThere = pagers?.includes(command) ?? true;
      if (isThere) pages.push({ text, command });
      return isThere;
    },
    type: (keys) => {
      typed += keys;
      deliver();
    },
    resize: (columns, rows) => {
      Object.assign(size, { columns, rows });
      listener?.onResize();
    },
  };
}

function createOutput(
  isTerminal: boolean,
  size: { columns: number; rows: number },
  isOut: boolean,
): FakeOutput {
  const decoder = new TextDecoder();
  let text = "";
  let isOpen = true;
  let reason: string | undefined;
  return {
    isTerminal,
    get columns() {
      return isTerminal ? size.columns : undefined;
    },
    get rows() {
      return isTerminal ? size.rows : undefined;
    },
    get text() {
      return text;
    },
    write: (more) => {
      if (!isOpen || more.length === 0) return isOpen;
      if (reason !== undefined) {
        isOpen = false;
        if (isOut) throw unwritable(systemError(reason, "it takes nothing more"));
        return false;
      }
      text += typeof more === "string" ? more : decoder.decode(more, { stream: true });
      return true;
    },
    close: () => {
      isOpen = false;
    },
    fail: (word) => {
      reason = word;
    },
  };
}
