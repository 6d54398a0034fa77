/** Why bytes are not what they should be, and from which one on. */
export interface Misfit {
  how: string;
  offset: number;
}

/** Why bytes are no text in UTF-8; undefined where they are. */
export function notUtf8(bytes: Uint8Array): Misfit | undefined {
  const wide = wideEncoding(bytes);
  if (wide === "UTF-32") return { how: "it is UTF-32 by its first four bytes", offset: 0 };
  if (wide === "UTF-16") return { how: "it is UTF-16 by its first two bytes", offset: 0 };
  const offset = firstNotUtf8(bytes);
  return offset === undefined ? undefined : { how: misplaced(bytes, offset), offset };
}

/** The same for UTF-16: half a pair, or half a character in the end. */
export function notUtf16(bytes: Uint8Array, isBigEnded: boolean): Misfit | undefined {
  const text = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isPart = (at: number, first: number): boolean =>
    at + 1 < bytes.length && (text.getUint16(at, !isBigEnded) & 0xfc00) === first;
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = isPart(at, 0xd800) && isPart(at + 2, 0xdc00);
    const isCut = at + 1 === bytes.length;
    if (isCut || (!isPair && (isPart(at, 0xd800) || isPart(at, 0xdc00)))) {
      return { how: misplaced(bytes, at), offset: at };
    }
    if (isPair) at += 2;
  }
  return undefined;
}

/** By the mark, or by the zeros around a first character that is plain. UTF-32 begins with the mark of UTF-16. */
export function wideEncoding(bytes: Uint8Array): "UTF-16" | "UTF-32" | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (bytes.length > 3) {
    const isLittle = second === (isMarked ? 0xfe : 0) && third === 0 && fourth === 0;
    const isMarkedBig = third === 0xfe && fourth === 0xff;
    const isBig = first === 0 && second === 0 && (isMarkedBig || (third === 0 && fourth !== 0));
    const isPlainLittle = isLittle && (isMarked || isPlain(first));
    if (isPlainLittle || (isBig && (isMarkedBig || isPlain(fourth)))) return "UTF-32";
  }
  const isHalf = (first === 0 && isPlain(second)) || (second === 0 && isPlain(first));
  return isMarked || isHalf ? "UTF-16" : undefined;
}

/** A character that a text in any encoding may begin with, by its number: 00 01 begins none. */
function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || [0x09, 0x0a, 0x0d].includes(code);
}

/** Where bytes hold what stands in no text, among the first of them. */
export function notText(bytes: Uint8Array): Misfit | undefined {
  const offset = bytes
    .subarray(0, mostLooked)
    .findIndex((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
  return offset < 0 ? undefined : { how: misplaced(bytes, offset), offset };
}

const mostLooked = 64;

export function misplaced(bytes: Uint8Array, offset: number): string {
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
  return `byte 0x${byte} at offset ${offset} cannot stand there`;
}

/** What was no UTF-8 is written back as something else, from the first byte on that was none. */
function firstNotUtf8(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const back = new TextEncoder().encode(text);
  const shared = Math.min(bytes.length, back.length);
  for (let at = 0; at < shared; at += 1) if (bytes[at] !== back[at]) return at;
  return bytes.length === back.length ? undefined : shared;
}
