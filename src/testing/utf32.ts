import { Buffer } from "node:buffer";

/** A text in UTF-32 of little ends, which Node itself does not write. */
export function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from(text, (one) => one.codePointAt(0) ?? 0).buffer);
}
