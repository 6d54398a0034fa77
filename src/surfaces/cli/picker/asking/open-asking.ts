import type { DrawnScreen } from "../../drawn-terminal.ts";
import type { Leaving, PickerCatalog, PickerInput, Question } from "../contract.ts";
import type { Key } from "../keys.ts";
import type { ScreenSize } from "../layout.ts";
import { type CursorPlace, paint } from "../paint.ts";
import { TypedKeys } from "../typed-keys.ts";
import type { Answer, Asked, Asking, AskingInput, Waited } from "./contract.ts";
import { linesOf, waitingLines } from "./lines.ts";
import { pressAsked, startingAsked } from "./state.ts";

type Listener = Parameters<PickerInput["terminal"]["takeOver"]>[0];

type RunPicker = (input: PickerInput) => Promise<Leaving>;

/** Fills the terminal until it is closed. */
export async function openAsking(input: AskingInput, runPicker: RunPicker): Promise<Asking> {
  const questions = new Questions(input, runPicker);
  await questions.open();
  return questions;
}

class Questions implements Asking {
  readonly #input: AskingInput;
  readonly #runPicker: RunPicker;
  readonly #keys: TypedKeys;
  readonly #stopListening: () => void;
  /** Keys that nothing has asked for yet. */
  #typed: Key[] = [];
  #onKey: (() => void) | undefined;
  #session: DrawnScreen | undefined;
  /** Who has the screen meanwhile. */
  #other: Listener | undefined;
  #isSuspended = false;
  /** The lines on the screen. */
  #drawn: readonly string[] = [];
  #draw: () => void = () => undefined;

  constructor(input: AskingInput, runPicker: RunPicker) {
    this.#input = input;
    this.#runPicker = runPicker;
    this.#keys = new TypedKeys(input.clock, (keys) => this.#take(keys));
    this.#stopListening = input.onInterrupt(() => this.#take([{ name: "interrupt" }]));
  }

  async open(): Promise<void> {
    this.#session = await this.#input.terminal.takeOver({
      onInput: (text) => {
        if (this.#other === undefined) this.#keys.read(text);
        else this.#other.onInput(text);
      },
      onResize: () => {
        this.#isSuspended = false;
        if (this.#other === undefined) this.#redraw();
        else this.#other.onResize();
      },
    });
  }

  async ask(asked: Asked): Promise<Answer> {
    let state = startingAsked(asked);
    const frame = () => linesOf(asked, state, this.#size, this.#pens);
    this.#show(() => {
      const { lines, cursor } = frame();
      this.#paint(lines, cursor);
    });
    for (;;) {
      const key = await this.#nextKey();
      const pressed = pressAsked(asked, state, key, frame().room);
      state = pressed.state;
      if (pressed.answer !== undefined) {
        // what follows a key that was pasted is no answer to the next question
        if (asked.isMasked === true) this.#typed = [];
        return pressed.answer;
      }
      if (this.#typed.length === 0) this.#draw();
    }
  }

  async wait<Result>(
    shown: Pick<Asked, "heading" | "question">,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Waited<Result>> {
    this.#show(() => this.#paint(waitingLines(shown, this.#size, this.#pens), undefined));
    const abort = new AbortController();
    const ended = new Promise<Waited<Result>>((resolve) => {
      this.#onKey = () => {
        const keys = this.#typed.splice(0).map((key) => ("name" in key ? key.name : ""));
        if (keys.includes("interrupt")) resolve({ kind: "cancelled" });
        else if (keys.includes("escape")) resolve({ kind: "back" });
      };
    });
    const done = work(abort.signal).then((result): Waited<Result> => ({ kind: "done", result }));
    try {
      return await Promise.race([done, ended]);
    } finally {
      this.#onKey = undefined;
      abort.abort();
      // of work that was ended nobody is told how
      done.catch(() => undefined);
    }
  }

  async pick(catalog: PickerCatalog, question: Question): Promise<Leaving> {
    const session = this.#session as DrawnScreen;
    this.#clear();
    try {
      return await this.#runPicker({
        ...this.#input,
        catalog,
        question,
        isForOne: true,
        terminal: {
          takeOver: async (listener) => {
            this.#other = listener;
            return { ...session, release: () => undefined };
          },
        },
      });
    } finally {
      this.#other = undefined;
      this.#typed = [];
      this.#clear();
    }
  }

  close(): void {
    this.#keys.stop();
    this.#stopListening();
    this.#session?.release();
    this.#session = undefined;
  }

  get #size(): ScreenSize {
    const { columns = 80, rows = 24 } = this.#session?.screen ?? {};
    return { columns, rows };
  }

  get #pens() {
    const { style, clean } = this.#input;
    return { style, clean };
  }

  #take(keys: readonly Key[]): void {
    for (const key of keys) {
      if ("name" in key && key.name === "suspend") this.#suspend();
      else this.#typed.push(key);
    }
    if (this.#typed.length > 0) this.#onKey?.();
  }

  async #nextKey(): Promise<Key> {
    while (this.#typed.length === 0) {
      await new Promise<void>((resolve) => {
        this.#onKey = resolve;
      });
    }
    this.#onKey = undefined;
    return this.#typed.shift() as Key;
  }

  #suspend(): void {
    if (this.#session?.canSuspend !== true) return;
    this.#isSuspended = true;
    this.#session.suspend();
  }

  #show(draw: () => void): void {
    this.#draw = () => {
      if (!this.#isSuspended) draw();
    };
    this.#draw();
  }

  #paint(lines: readonly string[], cursor: CursorPlace | undefined): void {
    this.#session?.screen.write(paint(this.#drawn, lines, cursor, this.#input.pen));
    this.#drawn = lines;
  }

  #clear(): void {
    this.#drawn = [];
    this.#session?.screen.write(this.#input.pen.drawn`\u001b[2J`);
  }

  #redraw(): void {
    this.#clear();
    this.#draw();
  }
}
