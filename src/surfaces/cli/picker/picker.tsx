import type { DrawnScreen } from "../drawn-terminal.ts";
import type { Asking, AskingInput } from "./asking/contract.ts";
import { openAsking } from "./asking/open-asking.ts";
import { clipboardSequence } from "./clipboard.ts";
import type { Found, Leaving, PickerInput } from "./contract.ts";
import type { KnownValues } from "./facets.ts";
import { openFrames } from "./frames.ts";
import type { Key } from "./keys.ts";
import { layoutFor, type ScreenSize } from "./layout.ts";
import { paint } from "./paint.ts";
import { press } from "./press.ts";
import { countText, cursorOf } from "./search-field.ts";
import { type PickerState, startingState } from "./state.ts";
import { TypedKeys } from "./typed-keys.ts";
import { PickerScreen } from "./view/screen.tsx";

// a letter of most names, and a word of none, which is searched for more patiently
const rehearsed = "e qzx";

/** Fills the terminal until the person has chosen or left; gives the terminal back whatever happens. */
export async function runPicker(input: PickerInput): Promise<Leaving> {
  return new Picker(input).run();
}

/** Fills it with one question after the other, the list of models among them, until it is closed. */
export function runAsking(input: AskingInput): Promise<Asking> {
  return openAsking(input, runPicker);
}

class Picker {
  readonly #input: PickerInput;
  readonly #left: Promise<Leaving>;
  #leave: (leaving: Leaving) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  readonly #frames = openFrames((error) => this.#fail(error));
  #isOver = false;
  /** While another program has the terminal nothing is drawn. */
  #isSuspended = false;
  #session: DrawnScreen | undefined;
  #state: PickerState;
  #found: Found;
  /** The lines on the screen. */
  #drawn: readonly string[] = [];
  readonly #keys: TypedKeys;
  #warmUp: { stop(): void } | undefined;

  constructor(input: PickerInput) {
    this.#input = input;
    this.#state = startingState(input.question, input.isForOne);
    this.#keys = new TypedKeys(input.clock, (keys) => this.#guard(() => this.#take(keys)));
    this.#found = input.catalog.find(input.question);
    this.#left = new Promise((resolve, reject) => {
      this.#leave = resolve;
      this.#fail = reject;
    });
  }

  async run(): Promise<Leaving> {
    const { terminal, clock, onInterrupt } = this.#input;
    const stopListening = onInterrupt(() => this.#leave({ kind: "cancelled" }));
    try {
      this.#session = await terminal.takeOver({
        onInput: (text) => this.#guard(() => this.#keys.read(text)),
        onResize: () =>
          this.#guard(() => {
            this.#isSuspended = false;
            this.#redraw();
          }),
      });
      this.#guard(() => this.#draw());
      this.#warmUp = clock.after(0, () => this.#guard(() => this.#rehearse()));
      return await this.#left;
    } finally {
      this.#isOver = true;
      this.#keys.stop();
      this.#warmUp?.stop();
      stopListening();
      this.#session?.release();
      this.#frames.close();
    }
  }

  /**
   * Plays a key through without showing it: what is loaded and compiled at its first use takes longer than the 50 ms
   * that a key may take.
   */
  #rehearse(): void {
    const question = { ...this.#state.question, query: rehearsed };
    this.#frame({ ...this.#state, question }, this.#input.catalog.find(question));
    this.#frame(this.#state, this.#found);
  }

  get #size(): ScreenSize {
    const { columns = 80, rows = 24 } = this.#session?.screen ?? {};
    return { columns, rows };
  }

  get #known(): KnownValues {
    const { providers, capabilities, statuses, clean } = this.#input.catalog;
    return { providers, capabilities, statuses, clean, facets: this.#state.question.facets };
  }

  #guard(act: () => void): void {
    try {
      if (!this.#isOver) act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #take(keys: readonly Key[]): void {
    for (const key of keys) {
      if (this.#isOver) return;
      this.#press(key);
    }
    if (!this.#isOver && !this.#isSuspended) this.#draw();
  }

  #press(key: Key): void {
    if ("name" in key && key.name === "suspend") return this.#suspend();
    const { catalog, mostCompared } = this.#input;
    const { list } = layoutFor(this.#state, catalog, this.#size);
    const { state, copy, leave } = press(this.#state, key, {
      found: this.#found,
      known: this.#known,
      pageRows: Math.max(1, list.rows - 1),
      mostCompared,
    });
    const isAsked = state.question !== this.#state.question;
    this.#state = state;
    if (isAsked) this.#found = catalog.find(state.question);
    if (copy !== undefined) this.#copy(copy);
    if (leave === undefined) return;
    this.#isOver = true;
    this.#leave(leave);
  }

  #suspend(): void {
    if (this.#session?.canSuspend === true) {
      this.#isSuspended = true;
      this.#session.suspend();
    } else this.#state = { ...this.#state, message: "no shell could continue it here" };
  }

  #copy(row: number): void {
    const { catalog, pen } = this.#input;
    const { ref } = catalog.line(row);
    this.#session?.screen.write(clipboardSequence(ref, pen));
    this.#state = { ...this.#state, message: `copied ${ref}` };
  }

  #redraw(): void {
    this.#drawn = [];
    const { pen } = this.#input;
    this.#session?.screen.write(pen.drawn`\u001b[2J`);
    this.#draw();
  }

  #draw(): void {
    const { catalog, pen } = this.#input;
    const { columns } = this.#size;
    const lines = this.#frame(this.#state, this.#found);
    const count = countText(this.#found, catalog.rowCount, this.#state.marked.length, columns);
    const cursor = cursorOf(this.#state, count, columns, catalog);
    this.#session?.screen.write(paint(this.#drawn, lines, cursor, pen));
    this.#drawn = lines;
  }

  #frame(state: PickerState, found: Found): readonly string[] {
    const { catalog, style, pen } = this.#input;
    const size = this.#size;
    const layout = layoutFor(state, catalog, size);
    const props = { state, found, known: this.#known, catalog, style, pen, size, layout };
    return this.#frames.draw(<PickerScreen {...props} />, size);
  }
}
