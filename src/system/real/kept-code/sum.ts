/**
 * A sum over 64-bit words, in WebAssembly: a process that has just begun runs JavaScript so slowly that the same in a loop
 * takes twice as long, and every native digest has to be loaded first.
 *
 *     (import "a" "m" (memory 1))
 *     (func (export "f") (param $at i32) (param $end i32) (result i64) (local $sum i64)
 *       (loop $next
 *         (local.set $sum (i64.rotl (i64.mul (i64.xor (local.get $sum) (i64.load (local.get $at)))
 *           (i64.const -7046029254386353131)) (i64.const 29)))
 *         (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
 *       (local.get $sum))
 */
const binary =
  "AGFzbQEAAAABBwFgAn9/AX4CCAEBYQFtAgABAwIBAAcFAQFmAAAKMAEuAQF+A0AgAiAAKQMAhUKV+Kn6l7fem55/fkIdiSECIABBCGoiACABSQ0ACyACCw==";

const pageBytes = 65_536;
let compiled: WebAssembly.Module | undefined;

/** Memory of which a sum can be worked out; it may be larger than asked for. */
export class SummedMemory {
  readonly bytes: Buffer;
  readonly #sum: (at: number, end: number) => bigint;

  constructor(length: number) {
    const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(length / pageBytes)) });
    compiled ??= new WebAssembly.Module(Buffer.from(binary, "base64"));
    const { exports } = new WebAssembly.Instance(compiled, { a: { m: memory } });
    this.bytes = Buffer.from(memory.buffer, 0, length);
    this.#sum = exports.f as (at: number, end: number) => bigint;
  }

  /** Of the bytes from `at` up to `end`, both multiples of 8 and not the same: any change within one word is another sum. */
  sum(at: number, end: number): bigint {
    return this.#sum(at, end);
  }
}
