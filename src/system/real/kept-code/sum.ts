import { sumMachine } from "../checksum.ts";

/** Memory of which a sum can be worked out. The next one, and every other sum, is worked out in the same place. */
export class SummedMemory {
  readonly bytes: Buffer;
  readonly #sum: (at: number, end: number) => number;

  /** Throws where there is no WebAssembly: in JavaScript it would take longer than what is kept spares. */
  constructor(length: number) {
    const machine = sumMachine(length);
    if (machine === undefined) throw new Error("there is no WebAssembly here");
    this.bytes = Buffer.from(machine.memory.buffer, 0, length);
    this.#sum = machine.sum;
  }

  /** Of the bytes from `at` up to `end`. */
  sum(at: number, end: number): number {
    return this.#sum(at, end) >>> 0;
  }
}
