import { takeStamp } from "./stamps.ts";

/** One word of an id or a name, with what kind of word it is. */
export interface Word {
  text: string;
  kind: "word" | "size" | "stamp";
}

// 480b, a35b, 8x22b, 128e, 1t, 86m: how large the weights are; e2b and e4b are names of editions
const size = /^(?:\d+(?:\.\d+)?[btm]|a\d+(?:\.\d+)?b|\d+e|\d+x\d+(?:\.\d+)?b)$/;
// fp8, int4, nvfp4, 6bit: one word although letters and digits meet
const precision = /^(?:(?:nv|mx)?fp|bf|int|i?q)\d+$|^\d+bit$/;
const hasDigit = /\d/;
// k2p5, 5p1, qwen3p7: hosts whose ids may hold no dot
const pointSpelled = /^([a-z]*\d+)p(\d+)$/;

/** `Claude-Opus4-8` → claude, opus, 4.8: the same words however a host separates them. */
export function readWords(text: string): Word[] {
  const pieces = piecesOf(text);
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as string;
    // most words are plain: the patterns below all ask for a digit
    if (!hasDigit.test(piece)) {
      words.push({ text: piece, kind: "word" });
      continue;
    }
    const stamp = takeStamp(pieces, at);
    if (stamp !== undefined) {
      words.push({ text: stamp.text, kind: "stamp" });
      at += stamp.length - 1;
      continue;
    }
    const joined = joinVersion(piece, pieces[at + 1]);
    if (joined !== undefined) at += 1;
    const word = withoutZero(joined ?? piece);
    words.push({ text: word, kind: size.test(word) ? "size" : "word" });
  }
  return words;
}

// most texts are ASCII, and read in a third of the time
const ascii = /^[\x20-\x7e]*$/;
const asciiRun = /[a-z0-9.]+/g;
const anyRun = /[\p{L}\p{N}.]+/gu;

function piecesOf(text: string): string[] {
  const isAscii = ascii.test(text);
  const lower = (isAscii ? text : text.normalize("NFKD")).toLowerCase();
  const plain = lower.includes("+") ? lower.replaceAll("+", " plus ") : lower;
  const pieces: string[] = [];
  const runs = plain.match(isAscii ? asciiRun : anyRun) ?? [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] as string;
    if (!run.includes(".")) addPiece(run, pieces);
    // a dot is a part of a number, and elsewhere it separates: anthropic.claude-3.5
    else
      for (const part of run.split(/(?<!\d)\.|\.(?!\d)/)) if (part !== "") addPiece(part, pieces);
  }
  return pieces;
}

function addPiece(part: string, pieces: string[]): void {
  if (!hasDigit.test(part)) {
    pieces.push(part);
    return;
  }
  const plain = part.replace(pointSpelled, "$1.$2");
  const glued = precision.test(plain) ? null : /^([^\d.]{2,})(\d.*)$/.exec(plain);
  if (glued === null) pieces.push(plain.replace(/^v(?=\d+\.)/, ""));
  else pieces.push(glued[1] as string, glued[2] as string);
}

/** 4 and 5 → 4.5, k2 and 5 → k2.5, v3 and 1 → 3.1; a leading zero is no version. */
function joinVersion(piece: string, next: string | undefined): string | undefined {
  if (next === undefined || next.length > 2 || !/^(?:\d|[1-9]\d)$/.test(next)) return undefined;
  if (/^[1-9]\d?$|^0$/.test(piece)) return `${piece}.${next}`;
  if (/^v\d$/.test(piece)) return `${piece.slice(1)}.${next}`;
  return /^[a-z]\d$/.test(piece) && next.length === 1 ? `${piece}.${next}` : undefined;
}

/** 4.0 is written 4 as often. */
function withoutZero(word: string): string {
  return word.endsWith(".0") && /^\p{L}?\d+\.0$/u.test(word) ? word.slice(0, -2) : word;
}
