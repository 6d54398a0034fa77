import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "./markdown.ts";

/** Names of public methods and functions without a word about them. */
function undocumented(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  const silent: string[] = [];
  const visit = (node: ts.Node): void => {
    const isPublic =
      (ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) && ts.isIdentifier(node.name);
    const isExported =
      ts.isFunctionDeclaration(node) &&
      node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if ((isPublic || isExported) && ts.getJSDocCommentsAndTags(node).length === 0) {
      silent.push(node.name?.getText() ?? "");
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return silent;
}

describe("the doors of the library", () => {
  it.each([
    "src/surfaces/library/client.ts",
    "src/surfaces/library/cache.ts",
    "src/surfaces/library/choosing.ts",
  ])("have a doc comment on each method and function: %s", (file) => {
    expect(undocumented(file)).toEqual([]);
  });
});
