import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./markdown.ts";

const known = new Map<string, readonly string[] | undefined>();

/** Titles of a test file as they are written, `%s` and `${name}` not filled in; undefined where there is no such file. */
export function titlesIn(file: string): readonly string[] | undefined {
  if (!known.has(file)) known.set(file, readTitles(join(root, file)));
  return known.get(file);
}

function readTitles(path: string): string[] | undefined {
  if (!existsSync(path)) return undefined;
  return titlesOf(readFileSync(path, "utf8"));
}

/** Titles of every `it`, `test` and `describe` that runs. */
export function titlesOf(source: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments;
      if (title !== undefined && isTest(node.expression) && isText(title)) {
        titles.push(textOf(title));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.test.ts", source, ts.ScriptTarget.ES2023, true));
  return titles;
}

/** `it`, `it.each(rows)`, `describe.skipIf(reason).each(rows)`; not `it.skip`, which holds nothing. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return /^(it|test|describe)$/.test(callee.text);
  if (ts.isCallExpression(callee)) return isTest(callee.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return !/^(skip|todo)$/.test(callee.name.text) && isTest(callee.expression);
}

function isText(node: ts.Expression): node is ts.StringLiteralLike | ts.TemplateExpression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : node.text;
}
