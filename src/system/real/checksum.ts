/** Up to so many bytes V8 has not begun to optimise the loop in JavaScript: WebAssembly takes a millisecond to get ready. */
const bytesInJavaScript = 20_000;
let bytesSummed = 0;

/**
 * A rotating Fletcher sum over the machine's words: tells whether bytes are as they were written.
 *
 * It runs before V8 has optimised anything and needs nothing loaded (node:zlib's CRC-32 takes 3 ms, node:crypto 6 ms).
 * Of more than a few rows WebAssembly takes a tenth of the time of the same in JavaScript, which else is for where there
 * is none (`node --jitless`).
 */
export function rotatingSum(bytes: Uint8Array): number {
  bytesSummed += bytes.length;
  const wasm = bytesSummed > bytesInJavaScript ? sumMachine(bytes.length) : undefined;
  if (wasm === undefined) return sumInJavaScript(bytes, 0, bytes.length);
  wasm.memory.set(bytes);
  return wasm.sum(0, bytes.length) >>> 0;
}

/** The sums of pieces of bytes: that it is much is known before WebAssembly would be set up after all. */
export function sumsOfPieces(
  bytes: Uint8Array,
  pieces: readonly (readonly [start: number, end: number])[],
): number[] {
  bytesSummed += bytes.length;
  const wasm = bytesSummed > bytesInJavaScript ? sumMachine(bytes.length) : undefined;
  if (wasm === undefined) return pieces.map(([start, end]) => sumInJavaScript(bytes, start, end));
  wasm.memory.set(bytes);
  return pieces.map(([start, end]) => wasm.sum(start, end) >>> 0);
}

/** The sums of consecutive blocks, the last of which may be shorter. `blockBytes` is a multiple of 4 and divides 64 Ki. */
export function rotatingSums(bytes: Uint8Array, blockBytes: number): Uint32Array {
  const sums = new Uint32Array(Math.ceil(bytes.length / blockBytes));
  const wasm = sumMachine(pageBytes);
  for (let start = 0; start < bytes.length; start += pageBytes) {
    const end = Math.min(start + pageBytes, bytes.length);
    wasm?.memory.set(bytes.subarray(start, end));
    for (let from = start; from < end; from += blockBytes) {
      const to = Math.min(from + blockBytes, end);
      sums[from / blockBytes] =
        wasm === undefined
          ? sumInJavaScript(bytes, from, to)
          : // typed arrays take the remainder by 2 ** 32 themselves
            wasm.sum(from - start, to - start);
    }
  }
  return sums;
}

/** Of WebAssembly, whose memory what is summed is copied to. */
const pageBytes = 65_536;

/** `sumInJavaScript`, written in WebAssembly's text and assembled; a test holds that both give the same. */
const binary =
  "AGFzbQEAAAABBwFgAn9/AX8CCAEBYQFtAgABAwIBAAcFAQFmAAAKnAEBmQEBA38gASAAayECIAFBfHEhBAJAA0AgACAETw0BIAJBBXcgACgCAGohAiADQQd3IAJqIQMgAEEEaiEADAALCwJAA0AgACABTw0BIAJBBXcgAC0AAGohAiADQQd3IAJqIQMgAEEBaiEADAALCyADIANBEHZzQeuUr694bCEDIAMgA0ENdnNBtdzKlXxsIQMgAyADQRB2cyACcws=";

/** Sums of what lies in its memory. */
interface SumMachine {
  /** Another array once it has grown. */
  memory: Uint8Array;
  grow(pages: number): Uint8Array;
  /** Of the bytes from one place up to another; a negative number stands for itself and 2 ** 32. */
  sum(from: number, to: number): number;
}

// null: there is none here
let wasm: SumMachine | null | undefined;

/** With room for so many bytes; undefined where there is no WebAssembly, or no address space for it (`ulimit -v`). */
function sumMachine(bytes: number): SumMachine | undefined {
  if (wasm === null) return undefined;
  try {
    wasm ??= assembled();
    if (bytes > wasm.memory.length) {
      wasm.memory = wasm.grow(Math.ceil((bytes - wasm.memory.length) / pageBytes));
    }
    return wasm;
  } catch {
    wasm = null;
    return undefined;
  }
}

function assembled(): SumMachine {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(Buffer.from(binary, "base64"));
  const { exports } = new WebAssembly.Instance(module, { a: { m: memory } });
  return {
    memory: new Uint8Array(memory.buffer),
    grow: (pages) => {
      memory.grow(pages);
      return new Uint8Array(memory.buffer);
    },
    sum: exports.f as SumMachine["sum"],
  };
}

/**
 * Of the bytes from `start` up to `end`, wherever they lie in memory. Four words a turn: V8 optimises a long loop later,
 * and reading words one by one through a view takes three times as long.
 */
export function sumInJavaScript(bytes: Uint8Array, start: number, end: number): number {
  const words = wordsIn(bytes, start, (end - start) >>> 2);
  const whole = words.length & ~3;
  let first = (end - start) | 0;
  let second = 0;
  let at = 0;
  for (; at < whole; at += 4) {
    first = (((first << 5) | (first >>> 27)) + (words[at] as number)) | 0;
    second = (((second << 7) | (second >>> 25)) + first) | 0;
    first = (((first << 5) | (first >>> 27)) + (words[at + 1] as number)) | 0;
    second = (((second << 7) | (second >>> 25)) + first) | 0;
    first = (((first << 5) | (first >>> 27)) + (words[at + 2] as number)) | 0;
    second = (((second << 7) | (second >>> 25)) + first) | 0;
    first = (((first << 5) | (first >>> 27)) + (words[at + 3] as number)) | 0;
    second = (((second << 7) | (second >>> 25)) + first) | 0;
  }
  for (; at < words.length; at += 1) {
    first = (((first << 5) | (first >>> 27)) + (words[at] as number)) | 0;
    second = (((second << 7) | (second >>> 25)) + first) | 0;
  }
  for (let rest = start + words.length * 4; rest < end; rest += 1) {
    first = (((first << 5) | (first >>> 27)) + (bytes[rest] as number)) | 0;
    second = (((second << 7) | (second >>> 25)) + first) | 0;
  }
  // what a change does to one sum must not undo what it does to the other: the second is scrambled (MurmurHash3's end)
  second = Math.imul(second ^ (second >>> 16), 0x85ebca6b);
  second = Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16) ^ first) >>> 0;
}

const isLittleEnded = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Words as WebAssembly reads them: the least byte first. */
function wordsIn(bytes: Uint8Array, start: number, count: number): Int32Array {
  const offset = bytes.byteOffset + start;
  if (isLittleEnded && offset % 4 === 0) return new Int32Array(bytes.buffer, offset, count);
  const copy = new Uint8Array(bytes.subarray(start, start + count * 4));
  if (!isLittleEnded) Buffer.from(copy.buffer).swap32();
  return new Int32Array(copy.buffer);
}
