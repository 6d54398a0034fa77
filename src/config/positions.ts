import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";

/** The line on which a value of a configuration stands, from 1 on; undefined where nothing of that path does. */
export function lineOf(text: string, path: readonly string[]): number | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const node = tree && findNodeAtLocation(tree, [...path]);
  // its name, which may stand above it
  return node === undefined ? undefined : lineAt(text, (node.parent ?? node).offset);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

/** The names that come twice in one object, with the line of the one that counts: the last. */
export function doubledNames(text: string): { path: string[]; line: number }[] {
  const found: { path: string[]; line: number }[] = [];
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (tree !== undefined) walk(tree, []);
  return found;

  function walk(node: Node, path: string[]): void {
    const seen = new Set<string>();
    for (const property of node.type === "object" ? (node.children ?? []) : []) {
      const [name, value] = property.children ?? [];
      const key = String(name?.value);
      const inside = [...path, key];
      if (seen.has(key)) found.push({ path: inside, line: lineAt(text, property.offset) });
      seen.add(key);
      if (value !== undefined) walk(value, inside);
    }
  }
}
