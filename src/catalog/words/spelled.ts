import { consistsOf, digits } from "./characters.ts";

/** `GPT-5.1 Mini` → `gpt 5 1 mini`: letters and digits stay together, everything else separates. */
export function wordsOf(text: string): string[] {
  if (plain.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `qwen3` → `qwen 3`, `480b` → `480 b`: where letters meet digits. */
export function piecesOf(word: string): string[] {
  // the classes of Unicode take half a millisecond to compile
  return word.match(plain.test(word) ? /[0-9]+|[A-Za-z]+/g : /\p{N}+|\p{L}+/gu) ?? [];
}

export function isNumber(word: string): boolean {
  if (plain.test(word)) return word !== "" && consistsOf(word, digits);
  return /^\p{N}+$/u.test(word);
}

const plain = /^[\x20-\x7e]*$/;

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, "");
}
