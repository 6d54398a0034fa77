import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";

const reading = { allowTrailingComma: true };

/** The text without a property and its comma: the library takes along the comments that stand between it and the next. */
export function withoutProperty(text: string, path: readonly string[]): string | undefined {
  const tree = parseTree(text, [], reading);
  const property = tree && findNodeAtLocation(tree, [...path])?.parent;
  const object = property?.parent;
  if (property === undefined || object === undefined) return undefined;
  const all = object.children ?? [];
  const at = all.indexOf(property);
  const behind = all[at + 1]?.offset ?? endOf(object) - 1;
  const before = all[at - 1];
  const comma =
    commaIn(text, endOf(property), behind) ??
    (before === undefined ? undefined : commaIn(text, endOf(before), property.offset));
  const cuts = [[property.offset, endOf(property)] as const];
  if (comma !== undefined) cuts.push([comma, comma + 1]);
  const left = cuts
    .toSorted(([one], [other]) => other - one)
    .reduce((now, [from, to]) => now.slice(0, from) + now.slice(to), text);
  const isBefore = comma !== undefined && comma < property.offset;
  return tidied(left, property.offset - (isBefore ? 1 : 0));
}

const endOf = ({ offset, length }: Node): number => offset + length;

/** The comma between two places, which no comment holds. */
function commaIn(text: string, from: number, to: number): number | undefined {
  for (const { 0: part, index } of text.slice(from, to).matchAll(/\/\/[^\n\r]*|\/\*[^]*?\*\/|,/g))
    if (part === ",") return from + index;
  return undefined;
}

/** No line, and no two blanks, are left of what was cut. */
function tidied(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  const line = /[^\n\r]*(?:\r\n|\n|\r|$)/y;
  line.lastIndex = start;
  const [whole = ""] = line.exec(text) ?? [];
  if (whole.trim() === "") return text.slice(0, start) + text.slice(start + whole.length);
  const isDouble = /[\t ]/.test(text.charAt(at - 1));
  return isDouble ? text.slice(0, at) + text.slice(at).replace(/^[\t ]+/, "") : text;
}

interface Style {
  insertSpaces: boolean;
  tabSize: number;
  eol: string;
}

/**
 * The text with what is new on a line of its own behind the last of its object: the library would put it before the comment
 * of that line, which would stand beside another value then. Undefined where the object is not written in lines.
 */
export function withNew(
  text: string,
  path: readonly string[],
  value: unknown,
  { insertSpaces, tabSize, eol }: Style,
): string | undefined {
  const found = objectFor(text, path);
  const last = found?.object.children?.at(-1);
  if (found === undefined || last === undefined) return undefined;
  const { object, steps } = found;
  const closing = endOf(object) - 1;
  const indent = /(?:^|[\n\r])([ \t]*)$/.exec(text.slice(0, last.offset))?.[1];
  const rest = /^[^\n\r]*/.exec(text.slice(endOf(last)))?.[0] ?? "";
  const isInLines = indent !== undefined && /[\n\r][ \t]*$/.test(text.slice(endOf(last), closing));
  // a comment that goes on in the next line
  if (!isInLines || (/\/\*(?!.*\*\/)/.test(rest) && !/^[^*]*\/\//.test(rest))) return undefined;
  const hasComma = commaIn(text, endOf(last), closing) !== undefined;
  const unit = insertSpaces ? " ".repeat(tabSize) : "\t";
  const [name = "", ...inner] = path.slice(steps);
  const nested = inner.reduceRight<unknown>((now, step) => ({ [step]: now }), value);
  const shown = JSON.stringify(nested, null, unit).replaceAll("\n", `${eol}${indent}`);
  const line = `${eol}${indent}${JSON.stringify(name)}: ${shown}${hasComma ? "," : ""}`;
  const at = endOf(last) + rest.length;
  return `${text.slice(0, endOf(last))}${hasComma ? "" : ","}${rest}${line}${text.slice(at)}`;
}

/** The innermost object on a path that is there, of what is not there whole, and how many steps lead to it. */
function objectFor(
  text: string,
  path: readonly string[],
): { object: Node; steps: number } | undefined {
  const tree = parseTree(text, [], reading);
  if (tree === undefined || findNodeAtLocation(tree, [...path]) !== undefined) return undefined;
  for (let steps = path.length - 1; steps >= 0; steps -= 1) {
    const object = findNodeAtLocation(tree, path.slice(0, steps));
    if (object !== undefined) return object.type === "object" ? { object, steps } : undefined;
  }
  return undefined;
}
