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
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 2 * length);
  for (let at = 0; at < length; at += wordBytes) {
    view.setUint32(length + at, view.getUint32(at + 4, true));
    view.setUint32(length + at + 4, view.getUint32(at, true));
  }
}
