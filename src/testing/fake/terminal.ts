import type { Output, Terminal, TerminalListener } from "../../system/ports.ts";
import { systemError } from "../../system/real/file-errors.ts";
import { unwritable } from "../../system/real/unwritable.ts";

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
  /** Types keys; a line ends with `\r`. What nobody asks for yet is kept. */
  type(keys: string): void;
  /** Ends the conversation, as Ctrl-D does. */
  hangUp(): void;
  resize(columns: number, rows: number): void;
}

export interface FakeTerminalOptions {
  /** Which of them are a terminal; none. */
  isTerminal?: { in?: boolean; out?: boolean; err?: boolean } | boolean;
  /** 80 */
  columns?: number;
  /** 24 */
  rows?: number;
  /** Whether there is a pager; there is one. */
  hasPager?: boolean;
}

export function createFakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const { isTerminal = false, hasPager = true } = options;
  const size = { columns: options.columns ?? 80, rows: options.rows ?? 24 };
  const all = { in: isTerminal === true, out: isTerminal === true, err: isTerminal === true };
  const ends = typeof isTerminal === "boolean" ? all : { ...all, ...isTerminal };
  const out = createOutput(ends.out, size, true);
  const err = createOutput(ends.err, size, false);
  const questions: string[] = [];
  const pages: { text: string; command: string }[] = [];
  const asking: ((line: string | undefined) => void)[] = [];
  let typed = "";
  let isOver = false;
  let listener: TerminalListener | undefined;

  const deliver = (): void => {
    if (listener !== undefined) {
      const keys = typed;
      typed = "";
      if (keys !== "") listener.onInput(keys);
      return;
    }
    for (let end = typed.search(/[\r\n]/); end >= 0 && asking.length > 0; ) {
      const line = typed.slice(0, end);
      typed = typed.slice(end + 1);
      asking.shift()?.(line);
      end = typed.search(/[\r\n]/);
    }
    if (isOver) for (const answer of asking.splice(0)) answer(undefined);
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
    prompt: (question) =>
      new Promise((resolve) => {
        questions.push(question);
        err.write(question);
        asking.push(resolve);
        deliver();
      }),
    takeOver: async (taking) => {
      listener = taking;
      deliver();
      return {
        release: () => {
          if (listener === taking) listener = undefined;
        },
      };
    },
    page: async (text, command) => {
      if (hasPager) pages.push({ text, command });
      return hasPager;
    },
    type: (keys) => {
      typed += keys;
      deliver();
    },
    hangUp: () => {
      isOver = true;
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
