import { type Node, parseTree, visit } from "jsonc-parser";

/** A value in a configuration that is no object and no list, by its place: of two of one name both are there. */
export interface ValueAt {
  path: readonly string[];
  value: string;
  offset: number;
  length: number;
  /** From 1 on. */
  line: number;
}

/** Every such value of a configuration that could be read. */
export function valuesIn(text: string): ValueAt[] {
  return walked(text).values;
}

/** Every name in it, in the same form. */
export function namesIn(text: string): ValueAt[] {
  return walked(text).names;
}

function walked(text: string): { values: ValueAt[]; names: ValueAt[] } {
  const values: ValueAt[] = [];
  const names: ValueAt[] = [];
  const lineAt = lineCounter(text);
  const tree = parseTree(plain(text), [], { allowTrailingComma: true });
  if (tree !== undefined) walk(tree, []);
  return { values, names };

  function at({ value, offset, length }: Node, path: readonly string[]): ValueAt {
    return { path, value: String(value), offset, length, line: lineAt(offset) };
  }

  function walk(node: Node, path: readonly string[]): void {
    const { type, children = [] } = node;
    if (type === "string" || type === "number" || type === "boolean") values.push(at(node, path));
    children.forEach((child, index) => {
      if (type === "array") walk(child, [...path, String(index)]);
      const [name, value] = type === "object" ? (child.children ?? []) : [];
      if (name === undefined) return;
      const inside = [...path, String(name.value)];
      names.push(at(name, inside));
      if (value !== undefined) walk(value, inside);
    });
  }
}

/** Comments of a configuration without their marks; those that follow on each other are one, for a sentence goes on in the next. */
export function commentsIn(text: string): { text: string; line: number }[] {
  const found: { text: string; offset: number; end: number }[] = [];
  visit(plain(text), {
    onComment: (offset, length) => {
      const end = offset + length;
      const last = found.at(-1);
      const between = last === undefined ? "-" : text.slice(last.end, offset);
      if (last === undefined || /\S/.test(between)) {
        found.push({ text: text.slice(offset, end), offset, end });
      } else {
        last.text += between + text.slice(offset, end);
        last.end = end;
      }
    },
  });
  const lineAt = lineCounter(text);
  return found.map((one) => ({ text: unmarked(one.text), line: lineAt(one.offset) }));
}

function unmarked(comment: string): string {
  return comment
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/^[^\S\n]*(?:\/\/+|\/\*+|\*(?!\/))|\*+\/$/gm, " ");
}

/** The text with other values in some places, and without these texts in its comments; all else as it is written. */
export function withValues(
  text: string,
  values: readonly Pick<ValueAt, "offset" | "length">[],
  by: string,
  unsaid: readonly string[],
): string {
  const places = values.map(({ offset, length }) => ({ offset, length, by: JSON.stringify(by) }));
  if (unsaid.length > 0) {
    visit(plain(text), {
      onComment: (offset, length) => {
        const comment = text.slice(offset, offset + length);
        const left = unsaid.reduce((now, one) => now.replaceAll(one, by), comment);
        if (left !== comment) places.push({ offset, length, by: left });
      },
    });
  }
  let [written, end] = ["", 0];
  for (const place of places.toSorted((one, other) => one.offset - other.offset)) {
    written += text.slice(end, place.offset) + place.by;
    end = place.offset + place.length;
  }
  return written + text.slice(end);
}

/** A mark in front would be taken for a fault; a blank keeps every place. */
const plain = (text: string): string => text.replace(/^\ufeff/, " ");

/** For offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at += 1) {
      const isEnd = text[at] === "\n" || (text[at] === "\r" && text[at + 1] !== "\n");
      if (isEnd) line += 1;
    }
    return line;
  };
}
