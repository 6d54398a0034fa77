/** What tells that a script is the one that was compiled: `ctime` tells of every change, whatever time a file is given. */
export interface ScriptFacts {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
}

/**
 * A file of kept code: V8 believes what it is given, and crashes on a damaged byte or runs another script's code.
 *
 *     [f64 bytes of the file][f64 bytes of V8's code][f64 size, f64 mtimeMs, f64 ctimeMs of the script][f64 0]
 *     [V8's code, to a multiple of 8 bytes][all of it once more, every eight bytes the other way round]
 *
 * Comparing with a second copy takes a tenth of the time that any sum takes to get ready. It lies the other way round, so
 * that damage of one form, on both, is damage in two places; damage in one piece that reaches both goes over the lengths.
 * 48 bytes before the code keep it aligned: V8 copies what is not. Numbers are as this machine writes them.
 *
 * As little of `Buffer` as can be: Node compiles each function of its own anew in every process.
 */
const headerNumbers = 6;
const headerBytes = headerNumbers * 8;
const wordBytes = 8;

/** Undefined where a byte is not as it was written, or another script was compiled. Changes `kept`, which begins a buffer. */
export function codeIn(kept: Uint8Array, script: ScriptFacts): Uint8Array | undefined {
  const { buffer, length } = kept;
  const half = length / 2;
  if (half < headerBytes || half % wordBytes !== 0) return undefined;
  const [bytes, codeBytes = 0, size, mtimeMs, ctimeMs] = new Float64Array(buffer, 0, headerNumbers);
  if (bytes !== length || size !== script.size) return undefined;
  if (mtimeMs !== script.mtimeMs || ctimeMs !== script.ctimeMs) return undefined;
  const second = Buffer.from(buffer, half).swap64();
  const isAsWritten = Buffer.compare(new Uint8Array(buffer, 0, half), second) === 0;
  return isAsWritten ? new Uint8Array(buffer, headerBytes, codeBytes) : undefined;
}

export function asKept(code: Uint8Array, script: ScriptFacts): Uint8Array {
  const half = headerBytes + Math.ceil(code.length / wordBytes) * wordBytes;
  const kept = new Uint8Array(2 * half);
  const { size, mtimeMs, ctimeMs } = script;
  new Float64Array(kept.buffer).set([kept.length, code.length, size, mtimeMs, ctimeMs]);
  kept.set(code, headerBytes);
  kept.copyWithin(half, 0, half);
  Buffer.from(kept.buffer, half).swap64();
  return kept;
}
