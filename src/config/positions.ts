import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";

/** The line on which a value of a configuration stands, from 1 on; undefined where nothing of that path does. */
export function lineOf(text: string, path: readonly string[]): number | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const node = tree && nodeAt(tree, path);
  // its name, which may stand above it
  const whole = node?.parent?.type === "property" ? node.parent : node;
  return whole === undefined ? undefined : lineAt(text, whole.offset);
}

/** What stands at a path, a number in it for a place in a list. */
function nodeAt(tree: Node, path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>(
    (at, step) => at && findNodeAtLocation(at, [at.type === "array" ? Number(step) : step]),
    tree,
  );
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
