import { SummedMemory } from "./sum.ts";

/**
 * A file of kept code: V8 believes what it is given, and crashes on a damaged byte or runs another script's code.
 *
 *     [u32 sum of what follows, without the script][u32 bytes of V8's code][u32 of the file][u32 0][V8's code][the script it was made of]
 *
 * Sixteen bytes before the code keep it aligned: V8 copies what is not.
 */
const headerBytes = 16;
const sumBytes = 4;

/** Undefined where a byte is not as it was written, or the script is not the one that was compiled. */
export function codeIn(kept: SummedMemory, script: Buffer): Buffer | undefined {
  const { bytes } = kept;
  const end = bytes.length - script.length;
  if (end < headerBytes || end % 8 !== 0) return undefined;
  if (!bytes.subarray(end).equals(script)) return undefined;
  const codeBytes = bytes.readUInt32LE(sumBytes);
  if (bytes.readUInt32LE(8) !== bytes.length || padded(codeBytes) !== end - headerBytes)
    return undefined;
  if (kept.sum(sumBytes, end) !== bytes.readUInt32LE(0)) return undefined;
  return bytes.subarray(headerBytes, headerBytes + codeBytes);
}

export function asKept(code: Buffer, script: Buffer): Buffer {
  const end = headerBytes + padded(code.length);
  const kept = new SummedMemory(end + script.length);
  const { bytes } = kept;
  bytes.fill(0, 0, headerBytes);
  bytes.writeUInt32LE(code.length, sumBytes);
  bytes.writeUInt32LE(bytes.length, 8);
  bytes.set(code, headerBytes);
  bytes.set(script, end);
  bytes.fill(0, headerBytes + code.length, end);
  bytes.writeUInt32LE(kept.sum(sumBytes, end), 0);
  // the next sum is worked out in the same place
  return Buffer.from(bytes);
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
