import type { Clock } from "../../../system/ports.ts";
import { type Key, readKeys } from "./keys.ts";

// a sequence arrives in one piece: Escape that stays alone so long was the key
const escapeMs = 25;

/** Keys of what a terminal sends, piece by piece. */
export class TypedKeys {
  readonly #clock: Pick<Clock, "after">;
  readonly #take: (keys: readonly Key[]) => void;
  /** The beginning of a sequence whose end is still to come. */
  #rest = "";
  #escape: { stop(): void } | undefined;

  constructor(clock: Pick<Clock, "after">, take: (keys: readonly Key[]) => void) {
    this.#clock = clock;
    this.#take = take;
  }

  read(text: string): void {
    this.stop();
    const { keys, rest } = readKeys(this.#rest + text);
    this.#rest = rest;
    this.#take(keys);
    if (rest === "") return;
    this.#escape = this.#clock.after(escapeMs, () => {
      this.#rest = "";
      this.#take([{ name: "escape" }]);
    });
  }

  stop(): void {
    this.#escape?.stop();
  }
}
