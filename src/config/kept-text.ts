import type { Codec } from "../system/ports.ts";

/** What a file held: its text; its bytes where they are none, each as a character; null where there was no file. */
export type KeptText = string | null | { bytes: string };

export function keptText(
  bytes: Uint8Array | undefined,
  codec: Pick<Codec, "isUtf8" | "text">,
): KeptText {
  if (bytes === undefined) return null;
  if (codec.isUtf8(bytes)) return codec.text(bytes);
  return { bytes: Array.from(bytes, (byte) => String.fromCharCode(byte)).join("") };
}

/** For the file itself. */
export function contentOf(kept: Exclude<KeptText, null>): string | Uint8Array {
  if (typeof kept === "string") return kept;
  return Uint8Array.from(kept.bytes, (character) => character.charCodeAt(0));
}

/** For people, and for finding what is in it. */
export function shownText(kept: KeptText): string {
  if (kept === null) return "";
  return typeof kept === "string" ? kept : kept.bytes;
}

export function isSameText(one: KeptText | undefined, other: KeptText | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
