/**
 * A file of kept code: V8 believes what it is given, and crashes on a damaged byte or runs another script's code.
 *
 *     [u32 bytes of the file][u32 bytes of V8's code][u64 0][V8's code, to a multiple of 8 bytes]
 *     [the same once more, every eight bytes the other way round][the script it was made of]
 *
 * Comparing with a second copy takes a tenth of the time that any sum takes to get ready. It lies the other way round, so
 * that damage of one form, on both, is damage in two places. Sixteen bytes before the code keep it aligned: V8 copies what is not.
 */
const headerBytes = 16;
const codeBytesAt = 4;
const wordBytes = 8;

/** Undefined where a byte is not as it was written, or the script is not the one that was compiled. Changes `kept`. */
export function codeIn(kept: Buffer, script: Buffer): Buffer | undefined {
  const end = kept.length - script.length;
  const half = end / 2;
  if (half < headerBytes || half % wordBytes !== 0) return undefined;
  const codeBytes = kept.readUInt32LE(codeBytesAt);
  if (kept.readUInt32LE(0) !== kept.length || headerBytes + padded(codeBytes) !== half)
    return undefined;
  if (!kept.subarray(end).equals(script)) return undefined;
  if (!kept.subarray(half, end).swap64().equals(kept.subarray(0, half))) return undefined;
  return kept.subarray(headerBytes, headerBytes + codeBytes);
}

export function asKept(code: Buffer, script: Buffer): Buffer {
  const half = headerBytes + padded(code.length);
  const end = 2 * half;
  const kept = Buffer.alloc(end + script.length);
  kept.writeUInt32LE(kept.length, 0);
  kept.writeUInt32LE(code.length, codeBytesAt);
  kept.set(code, headerBytes);
  kept.copyWithin(half, 0, half);
  kept.subarray(half, end).swap64();
  kept.set(script, end);
  return kept;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / wordBytes) * wordBytes;
}
