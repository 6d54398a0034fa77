/**
 * A file of kept code: V8 believes what it is given, and crashes on a damaged byte or runs another script's code.
 *
 *     [i32 sum of what follows, without the script][u32 bytes of V8's code][V8's code][the script it was made of]
 *
 * Eight bytes before the code keep it aligned: V8 copies what is not.
 */
const headerBytes = 8;

/** Undefined where a byte is not as it was written, or the script is not the one that was compiled. */
export function codeIn(kept: Buffer, script: Buffer): Buffer | undefined {
  const end = kept.length - script.length;
  if (end < headerBytes || end % 4 !== 0) return undefined;
  if (!kept.subarray(end).equals(script)) return undefined;
  const [sum, codeBytes = 0] = wordsOf(kept, 0, 8);
  if (sumOf(wordsOf(kept, 4, end)) !== sum || padded(codeBytes) !== end - headerBytes) {
    return undefined;
  }
  return kept.subarray(headerBytes, headerBytes + codeBytes);
}

export function asKept(code: Buffer, script: Buffer): Buffer {
  const end = headerBytes + padded(code.length);
  const kept = Buffer.alloc(end + script.length);
  kept.set(code, headerBytes);
  kept.set(script, end);
  const header = wordsOf(kept, 0, 8);
  header[1] = code.length;
  header[0] = sumOf(wordsOf(kept, 4, end));
  return kept;
}

/**
 * Marsaglia's xorshift over words. Like a CRC it tells any change within a word and any two changed words, and it uses
 * what is fast in a process that has just begun: in a loop V8 would change over to optimised code halfway.
 */
export function sumOf(words: Int32Array): number {
  return words.reduce(mixed, words.length);
}

// one function for all files: V8 would optimise a new one again
function mixed(sum: number, word: number): number {
  let next = sum ^ word;
  next ^= next << 13;
  next ^= next >>> 17;
  return next ^ (next << 5);
}

function wordsOf({ buffer, byteOffset }: Buffer, start: number, end: number): Int32Array {
  return new Int32Array(buffer, byteOffset + start, (end - start) >>> 2);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
