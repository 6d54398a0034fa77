import { type ParseError, parseTree } from "jsonc-parser";
import { ModelForgeError, retold } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { deepest, mostConfigBytes } from "./read-file.ts";

type Looking = Pick<System, "files" | "codec">;

/** The same failure of a configuration with the line and the column from which on it is none, where that can be told. */
export function withPlace(error: unknown, machine: Looking): unknown {
  if (!(error instanceof ModelForgeError) || error.code !== "config.unreadable") return error;
  const { message, details } = error;
  const { path, line } = details;
  // it may have been told already
  if (typeof path !== "string" || line !== undefined) return error;
  const place = placeIn(path, machine);
  if (place === undefined) return error;
  return retold(error, {
    message: message.replace(path, `${path}:${place.line}:${place.column}`),
    details: { ...details, ...place },
  });
}

interface PlaceInText {
  /** From 1 on. */
  line: number;
  column: number;
}

function placeIn(path: string, { files, codec }: Looking): PlaceInText | undefined {
  const bytes = read(path, files);
  if (bytes === undefined) return undefined;
  if (!codec.isUtf8(bytes)) return placeAt(codec.text(bytes.subarray(0, validBytes(bytes, codec))));
  const text = codec.text(bytes);
  const tooDeep = tooDeepIn(text);
  if (tooDeep !== undefined) return placeAt(text.slice(0, tooDeep));
  const errors: ParseError[] = [];
  parseTree(text.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true });
  const [first] = errors;
  return first === undefined ? undefined : placeAt(text.slice(0, first.offset));
}

// what is no bracket of the nesting, and the brackets
const parts = /"(?:[^"\\]|\\[^])*"|\/\/[^\n\r]*|\/\*[^]*?\*\/|([[{])|([\]}])/g;

/** Where it is nested deeper than a configuration can be: whoever reads it piece by piece runs out of stack. */
function tooDeepIn(text: string): number | undefined {
  let depth = 0;
  for (const { index, 1: opens, 2: closes } of text.matchAll(parts)) {
    if (opens !== undefined) depth += 1;
    if (closes !== undefined) depth -= 1;
    if (depth > deepest) return index;
  }
  return undefined;
}

function read(path: string, files: Looking["files"]): Uint8Array | undefined {
  try {
    return files.read(path, mostConfigBytes);
  } catch (error) {
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}

/** How many bytes from the first on are UTF-8. */
function validBytes(bytes: Uint8Array, { isUtf8 }: Looking["codec"]): number {
  let [valid, broken] = [0, bytes.length];
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1;
    // three more may be the rest of a character that was cut
    const ends = [0, 1, 2, 3].map((more) => Math.min(middle + more, bytes.length));
    if (ends.some((end) => isUtf8(bytes.subarray(0, end)))) valid = middle;
    else broken = middle;
  }
  return valid;
}

/** Behind a text. */
function placeAt(before: string): PlaceInText {
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
