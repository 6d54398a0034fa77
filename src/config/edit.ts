import { applyEdits, type EditResult, findNodeAtLocation, modify, parseTree } from "jsonc-parser";
import { ModelForgeError } from "../failure.ts";
import { withNew, withoutProperty } from "./beside-comments.ts";
import { formatVersion } from "./keys.ts";
import { nameOf } from "./layers.ts";
import { readPlainJson } from "./plain-json.ts";
import { doubledNames } from "./positions.ts";
import { isTooDeep, mostConfigBytes } from "./read-file.ts";

const mark = "\ufeff";

/** What an editor knows the settings by. */
const schemaAddress = "https://unpkg.com/modelforge/schema/config.json";

/** What a new file begins with. */
export function newConfigText(): string {
  return `${JSON.stringify({ $schema: schemaAddress, version: formatVersion }, null, 2)}\n`;
}

/**
 * The text with one value changed, or taken out where it is undefined; all else stays as it is written: comments, order,
 * mark, line ends, indentation. Throws `config.unreadable` where that cannot be done without touching something else.
 */
export function editedText(
  text: string,
  path: readonly string[],
  value: unknown,
  file: string,
): string {
  const doubled = doubledNames(text).find((one) => one.path.every((step, at) => step === path[at]));
  if (doubled !== undefined) {
    const name = nameOf(doubled.path);
    throw unchanged(
      file,
      `${name} stands there twice; line ${doubled.line} is the one that counts`,
    );
  }
  const hasMark = text.startsWith(mark);
  const plain = hasMark ? text.slice(mark.length) : text;
  const start = startOf(plain);
  const formattingOptions = styleOf(start);
  const whole = value === undefined ? withEmptied(start, path) : path;
  // what is not there stays away
  if (whole === undefined) return text;
  const changed =
    value === undefined
      ? withoutProperty(start, whole)
      : (withNew(start, whole, value, formattingOptions) ??
        changedBy(() => modify(start, [...whole], value, { formattingOptions }), start));
  if (changed === undefined || !holds(start, changed, path, value))
    throw unchanged(file, `${nameOf(path)} cannot be set in it`);
  return hasMark ? mark + changed : changed;
}

/** Where nothing is said yet, a new file's text stands behind the comments. */
function startOf(plain: string): string {
  if (plain.trim() === "") return newConfigText();
  const saysNothing = parseTree(plain, []) === undefined;
  return saysNothing ? `${plain.trimEnd()}\n${newConfigText()}` : plain;
}

/** Undefined where a text or a number is in the way: the library has no class for what it says then. */
function changedBy(modified: () => EditResult, text: string): string | undefined {
  let edits: EditResult;
  try {
    edits = modified();
  } catch {
    return undefined;
  }
  return applyEdits(text, edits);
}

/** What goes when a value does: with it objects that would hold nothing any more, not even a comment. Undefined: nothing. */
function withEmptied(text: string, path: readonly string[]): readonly string[] | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (tree === undefined || findNodeAtLocation(tree, [...path]) === undefined) return undefined;
  let whole = path;
  while (whole.length > 1) {
    const above = whole.slice(0, -1);
    const node = findNodeAtLocation(tree, [...above]);
    const [only, ...others] = node?.children ?? [];
    if (node === undefined || only === undefined || others.length > 0) break;
    const between = text.slice(node.offset + 1, only.offset);
    const behind = text.slice(only.offset + only.length, node.offset + node.length - 1);
    if (!/^[\s,]*$/.test(between + behind)) break;
    whole = above;
  }
  return whole;
}

/** How the file is written. */
function styleOf(text: string) {
  const indented = /\n([\t ]+)\S/.exec(text)?.[1] ?? "  ";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const insertSpaces = !indented.startsWith("\t");
  return { insertSpaces, tabSize: insertSpaces ? indented.length : 1, eol };
}

/** Whether the value is there and nothing else is another. */
function holds(before: string, after: string, path: readonly string[], value: unknown): boolean {
  try {
    const [was, is] = [readPlainJson(before), readPlainJson(after)];
    // nobody could read it again
    if (isTooDeep(is) || after.length > mostConfigBytes) return false;
    const wanted = leavesAt(was).filter(([at]) => !isAtOrBelow(at, path));
    const found = leavesAt(is).filter(([at]) => !isAtOrBelow(at, path));
    const set = leavesAt(is).filter(([at]) => isAtOrBelow(at, path));
    const asked = value === undefined ? [] : leavesAt(value, path);
    return sameLeaves(wanted, found) && sameLeaves(asked, set);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

type LeafAt = readonly [path: readonly string[], value: unknown];

function leavesAt(value: unknown, path: readonly string[] = []): LeafAt[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesAt(inner, [...path, name]));
}

function isAtOrBelow(at: readonly string[], path: readonly string[]): boolean {
  return path.every((step, place) => at[place] === step);
}

function sameLeaves(one: readonly LeafAt[], other: readonly LeafAt[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function unchanged(file: string, why: string): ModelForgeError {
  return new ModelForgeError("config.unreadable", {
    message: `nothing was changed in ${file}: ${why}`,
    hint: "change it there by hand",
    details: { path: file },
  });
}
