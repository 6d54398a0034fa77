import { keepOut } from "../catalog/words/kept-out.ts";

const shown = "[secret]";

/** What holds a key. Nothing that prints, joins or inspects it sees what it is; it is read by name, where it is needed. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    keepOut(value);
  }

  /** The key itself. A test names the few files that may ask. */
  reveal(): string {
    return this.#value;
  }

  /** From 12 characters on: of a shorter one four are too many. */
  get lastFour(): string | null {
    return lastFourOf(this.#value);
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [Symbol.toPrimitive](): string {
    return shown;
  }

  // what Node's inspect and console.log ask for
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return shown;
  }
}

const longEnough = 12;

export function lastFourOf(value: string): string | null {
  return value.length >= longEnough ? value.slice(-4) : null;
}
