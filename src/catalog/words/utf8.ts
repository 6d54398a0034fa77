/** Text of UTF-8. The first `TextDecoder` of a process takes ten times as long, and would leave out a mark in front. */
export function decodeText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
