import { isMirrored } from "../mirrored.ts";

/**
 * A file of kept code: V8 believes what it is given, and crashes on a damaged byte or runs another script's code.
 *
 *     [u32 bytes of the file][u32 bytes of V8's code][u32 bytes of the script][u32 0][V8's code, to a multiple of 8 bytes]
 *     [the same once more, every eight bytes the other way round][the script it was made of, in UTF-8]
 *
 * Comparing with a second copy takes a tenth of the time that any sum takes to get ready. It lies the other way round, so
 * that damage of one form, on both, is damage in two places; damage in one piece that reaches both goes over the lengths. Sixteen bytes before the code keep it aligned: V8 copies what is not.
 */
const headerBytes = 16;
const codeBytesAt = 4;
const scriptBytesAt = 8;
const wordBytes = 8;

/** Undefined where a byte is not as it was written, or the script is not the one that was compiled. Changes `kept`. */
export function codeIn(kept: Buffer, script: string): Buffer | undefined {
  if (kept.length < headerBytes || kept.readUInt32LE(0) !== kept.length) return undefined;
  const codeBytes = kept.readUInt32LE(codeBytesAt);
  const half = headerBytes + padded(codeBytes);
  const end = 2 * half;
  const scriptBytes = kept.readUInt32LE(scriptBytesAt);
  if (end + scriptBytes !== kept.length || scriptBytes !== Buffer.byteLength(script))
    return undefined;
  if (!isMirrored(kept.subarray(0, half), kept.subarray(half, end))) return undefined;
  // no text is made of it: half a megabyte on the heap, and the first garbage is collected
  if (script !== "" && kept.indexOf(script, end) !== end) return undefined;
  return kept.subarray(headerBytes, headerBytes + codeBytes);
}

export function asKept(code: Buffer, script: string): Buffer {
  const half = headerBytes + padded(code.length);
  const end = 2 * half;
  const scriptBytes = Buffer.byteLength(script);
  const kept = Buffer.alloc(end + scriptBytes);
  kept.writeUInt32LE(kept.length, 0);
  kept.writeUInt32LE(code.length, codeBytesAt);
  kept.writeUInt32LE(scriptBytes, scriptBytesAt);
  kept.set(code, headerBytes);
  kept.copyWithin(half, 0, half);
  kept.subarray(half, end).swap64();
  kept.write(script, end);
  return kept;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / wordBytes) * wordBytes;
}
