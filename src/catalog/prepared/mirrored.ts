/**
 * Bytes that lie twice, the second time with every eight the other way round. Comparing the two takes a twentieth of
 * the time of a sum of large columns, and damage of one form, on both, is damage in two places.
 */
const wordBytes = 8;

/** Bytes fill whole words, so that they may be followed by zeros. */
export function inWords(bytes: number): number {
  return Math.ceil(bytes / wordBytes) * wordBytes;
}

/** Puts the second copy behind the first, which begins at `offset` and is `length` whole words long. */
export function mirror(bytes: Uint8Array, offset: number, length: number): void {
  bytes.copyWithin(offset + length, offset, offset + length);
  bufferOf(bytes.subarray(offset + length, offset + 2 * length)).swap64();
}

/** Whether two copies say the same; the second is turned round where it lies. */
export function isMirrored(both: Uint8Array): boolean {
  const length = both.length / 2;
  if (length % wordBytes !== 0) return false;
  const first = bufferOf(both.subarray(0, length));
  return first.equals(bufferOf(both.subarray(length)).swap64());
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
